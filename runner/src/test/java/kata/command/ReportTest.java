package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ReportTest {

    @TempDir private Path folder;

    @Test
    void what_is_known_is_told_stage_by_stage() {
        Fixture.kata(folder);
        assertThat(report())
                .isEqualTo(
                        """
                        ✗ not solved  part1/1-numbers  tasks 1, 2 are open
                        ✗ not solved  part1/2-average  task 1 is open
                        · to come     part1/3-median

                        0 of 2 solved
                        Current: part1/1-numbers
                        """);
    }

    @Test
    void no_test_is_run() {
        Fixture.kata(folder, "solved");
        assertThat(report())
                .startsWith("✗ not tested  part1/1-numbers\n")
                .endsWith("\n0 of 2 solved\nCurrent: part1/1-numbers\n");
        assertThat(folder.resolve(".kata")).doesNotExist();
    }

    @Test
    void the_last_run_of_the_tests_is_told() {
        Fixture.kata(folder, "solved");
        Output.by(folder, "run", "1-numbers");
        assertThat(report())
                .startsWith("✓ solved      part1/1-numbers  5 of 5 tests passed at <time>\n")
                .contains("\n1 of 2 solved\nCurrent: part1/2-average\n");
    }

    @Test
    void a_task_whose_test_failed_is_open() {
        Fixture.kata(folder, "solved");
        Fixture.replace(numbers(), "Comparator.naturalOrder()", "Comparator.reverseOrder()");
        Output.by(folder, "run", "1-numbers");
        assertThat(report())
                .startsWith(
                        "✗ not solved  part1/1-numbers"
                                + "  4 of 5 tests passed at <time>; task 2 is open\n");
    }

    @Test
    void a_run_of_other_code_is_told_as_such() {
        Fixture.kata(folder, "solved");
        Output.by(folder, "run", "1-numbers");
        Fixture.replace(numbers(), "Returns the largest", "Finds the largest");
        assertThat(report())
                .startsWith(
                        "✗ not tested  part1/1-numbers"
                                + "  5 of 5 tests passed at <time>, and was changed since\n");
    }

    @Test
    void code_that_was_changed_since_it_failed_is_not_tested_and_its_task_still_open() {
        Fixture.kata(folder, "solved");
        Fixture.replace(numbers(), "Comparator.naturalOrder()", "Comparator.reverseOrder()");
        Output.by(folder, "run", "1-numbers");
        Fixture.replace(numbers(), "Returns the largest", "Finds the largest");
        assertThat(report())
                .startsWith(
                        "✗ not tested  part1/1-numbers  4 of 5 tests passed at <time>, and was"
                                + " changed since; task 2 is open\n");
    }

    @Test
    void code_that_does_not_compile_could_not_be_tested() {
        Fixture.kata(folder, "does-not-compile");
        Output.by(folder, "run", "1-numbers");
        assertThat(report())
                .startsWith("✗ not solved  part1/1-numbers  could not be tested at <time>");
    }

    @Test
    void code_that_ends_the_program_could_not_be_tested() {
        Fixture.kata(folder, "ends-the-program");
        Output.by(folder, "run", "1-numbers");
        assertThat(report())
                .startsWith("✗ not solved  part1/1-numbers  could not be tested at <time>");
    }

    @Test
    void the_tests_that_have_not_seen_the_code_are_run_on_request() {
        Fixture.kata(folder, "solved");
        Output said = Output.by(folder, "report", "--run");
        assertThat(said.err())
                .isEqualTo(
                        """
                        Running the tests of part1/1-numbers ...
                        Running the tests of part1/2-average ...
                        """);
        assertThat(withoutTimes(said.out()))
                .isEqualTo(
                        """
                        ✓ solved      part1/1-numbers  5 of 5 tests passed at <time>
                        ✗ not solved  part1/2-average  0 of 1 tests passed at <time>; task 1 is open
                        · to come     part1/3-median

                        1 of 2 solved
                        Current: part1/2-average
                        """);
        assertThat(Output.by(folder, "report", "--run")).isEqualTo(new Output(0, said.out(), ""));
    }

    @Test
    void the_keys_of_the_json_are_those_of_the_help() {
        Fixture.kata(folder, "solved");
        Output.by(folder, "run", "1-numbers");
        String json = Output.by(folder, "report", "--json").out();
        assertThat(json.replaceAll("\"at\" : \"[^\"]+Z\"", "\"at\" : \"<time>\""))
                .isEqualTo(
                        """
                        {
                          "format" : 1,
                          "at" : "<time>",
                          "solved" : 1,
                          "total" : 2,
                          "current" : "part1/2-average",
                          "stages" : [ {
                            "stage" : "part1/1-numbers",
                            "title" : "Numbers and what they come to",
                            "state" : "solved",
                            "openTasks" : [ ],
                            "lastRun" : {
                              "at" : "<time>",
                              "tested" : true,
                              "passed" : 5,
                              "failed" : 0,
                              "ofThisCode" : true
                            }
                          }, {
                            "stage" : "part1/2-average",
                            "title" : "Their average",
                            "state" : "open",
                            "openTasks" : [ 1 ],
                            "lastRun" : null
                          }, {
                            "stage" : "part1/3-median",
                            "title" : "Their median",
                            "state" : "coming",
                            "openTasks" : [ ],
                            "lastRun" : null
                          } ]
                        }
                        """);
        String help = Output.by(folder, "report", "--help").out().replaceAll("\\s+", " ");
        assertThat(help).contains("format (1), at, solved, total, current, and stages");
    }

    @Test
    void once_every_stage_is_solved_there_is_no_current_one() {
        Fixture.kata(folder, "solved");
        Output.by(folder, "solution", "--take", "--yes", "2-average");
        Output.by(folder, "report", "--run");
        assertThat(report()).endsWith("\n2 of 2 solved\n");
        JsonNode json = JsonMapper.shared().readTree(Output.by(folder, "report", "--json").out());
        assertThat(json.get("current").isNull()).isTrue();
    }

    @Test
    void what_an_earlier_version_remembered_is_no_hindrance() throws IOException {
        Fixture.kata(folder, "solved");
        Files.createDirectories(folder.resolve(".kata"));
        Files.writeString(folder.resolve(".kata/progress"), "part1/1-numbers passed 0a1b\n");
        assertThat(report()).startsWith("✗ not tested  part1/1-numbers\n");
    }

    private String report() {
        Output said = Output.by(folder, "report");
        assertThat(said).isEqualTo(new Output(0, said.out(), ""));
        return withoutTimes(said.out());
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "<time>");
    }

    private Path numbers() {
        return folder.resolve("part1/1-numbers/src/main/java/numbers/Numbers.java");
    }
}
