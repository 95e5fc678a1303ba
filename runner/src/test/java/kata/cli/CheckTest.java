package kata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.gate.Finding;
import kata.model.KataException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

class CheckTest {

    private final StringWriter printed = new StringWriter();
    private final GateReport report =
            new GateReport(
                    new Terminal(
                            new PrintWriter(printed, true),
                            new PrintWriter(printed, true),
                            Marks.printableIn(StandardCharsets.UTF_8)));

    @Test
    void the_gates_of_a_stage_are_passed_or_failed_one_by_one(@TempDir Path folder) {
        Fixture.kata(folder, "hand-edited-starter");
        Said said = Said.by(folder, "check", "part1/1-numbers");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .startsWith("This is for those who change the kata;")
                .contains(
                        "  ✗ failed  the starter is what the solution yields (",
                        "  ✓ passed  the solution passes every test (",
                        "-> Starters are never edited by hand: change ",
                        "`./kata derive part1/1-numbers`")
                .doesNotContain("the reactors list the stages")
                .containsPattern("\n\\d+ passed, [1-9]\\d* failed\n$");
    }

    @Test
    void promises_that_are_kept_are_good() {
        report.heading("part1/1-numbers");
        report.pass("two is two", List::of);
        assertThat(report.end()).isTrue();
        assertThat(lines())
                .containsExactly(
                        "",
                        "part1/1-numbers",
                        "  ✓ passed  two is two (0.0 s)",
                        "",
                        "1 passed, 0 failed");
    }

    @Test
    void a_finding_is_told_with_its_place_and_its_remedy() {
        report.pass(
                "two is two",
                () -> List.of(new Finding("Two.java", "It is\nthree.", "Count again.")));
        assertThat(report.end()).isFalse();
        assertThat(lines())
                .containsExactly(
                        "  ✗ failed  two is two (0.0 s)",
                        "",
                        "      Two.java",
                        "        It is",
                        "        three.",
                        "        -> Count again.",
                        "",
                        "0 passed, 1 failed");
    }

    @Test
    void a_gate_that_cannot_be_inspected_is_not_passed() {
        report.pass(
                "two is two",
                () -> {
                    throw new KataException("There is no file Two.java; write it.");
                });
        assertThat(report.end()).isFalse();
        assertThat(printed.toString()).contains("        There is no file Two.java; write it.");
    }

    /** However long an inspection takes, it is said to have taken no time. */
    private List<String> lines() {
        return printed.toString().replaceAll("\\d+\\.\\d s", "0.0 s").lines().toList();
    }
}
