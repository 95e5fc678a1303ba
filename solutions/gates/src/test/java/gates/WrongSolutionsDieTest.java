package gates;

import static org.assertj.core.api.Assertions.assertThat;

import kata.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class WrongSolutionsDieTest {

    private static final String FORGETS_THE_FIRST =
            "solutions/part1/1-numbers/src/wrong/forgets-the-first/wrong.yaml";

    @TempDir Path root;

    @Test
    void wrong_solutions_that_are_caught_as_they_should_be_are_fine() {
        assertThat(inspect(Fixture.stage(root))).isEmpty();
    }

    @Test
    void a_wrong_solution_that_passes_is_told_with_what_to_do() {
        assertThat(inspect(Fixture.stage(root, "surviving-wrong-solution")))
                .containsExactly(
                        new Finding(
                                FORGETS_THE_FIRST,
                                "The wrong solution 'The first number is left out' passes"
                                    + " NumbersTest.the_sum_is_what_the_numbers_come_to, the test"
                                    + " that must catch it.",
                                "Sharpen the test until it fails, or name the test that catches it"
                                        + " after `caught-by`."));
    }

    @Test
    void a_wrong_solution_that_is_caught_the_first_time_only_is_told_if_it_is_tried_again() {
        Stage stage = Fixture.stage(root);
        Path file = root.resolve(FORGETS_THE_FIRST).resolveSibling("numbers/Numbers.java");
        String mark = root.resolve("tried").toString().replace('\\', '/');
        Fixture.replace(
                file, "skip(1)", "skip(new java.io.File(\"%s\").mkdir() ? 1 : 0)".formatted(mark));

        assertThat(new WrongSolutionsDie(2).inspect(stage))
                .singleElement()
                .extracting(Finding::problem)
                .isEqualTo(
                        "The wrong solution 'The first number is left out' passes"
                                + " NumbersTest.the_sum_is_what_the_numbers_come_to, the test"
                                + " that must catch it.");
    }

    @Test
    void a_test_that_does_not_exist_is_told() {
        Stage stage = Fixture.stage(root);
        Fixture.replace(
                root.resolve(FORGETS_THE_FIRST), "NumbersTest.the_sum", "NumbersTest.a_sum");

        assertThat(problems(stage))
                .containsExactly(
                        "It is to be caught by NumbersTest.a_sum_is_what_the_numbers_come_to, but"
                                + " part1/1-numbers has no such test.");
    }

    @Test
    void a_wrong_solution_that_does_not_compile_is_told_with_its_line() {
        Stage stage = Fixture.stage(root);
        Path file = root.resolve(FORGETS_THE_FIRST).resolveSibling("numbers/Numbers.java");
        Fixture.replace(file, "skip(1)", "skipp(1)");

        assertThat(inspect(stage))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.where())
                            .isEqualTo(
                                    "solutions/part1/1-numbers/src/wrong/forgets-the-first/numbers/Numbers.java,"
                                        + " line 17");
                    assertThat(finding.problem())
                            .startsWith("This code of part1/1-numbers must compile");
                });
    }

    @Test
    void a_file_that_is_the_solutions_own_is_told() throws IOException {
        Stage stage = Fixture.stage(root);
        Files.copy(
                stage.solutionSources().resolve("numbers/Printer.java"),
                root.resolve(FORGETS_THE_FIRST).resolveSibling("numbers/Printer.java"));

        assertThat(problems(stage))
                .containsExactly("numbers/Printer.java is the solution's, unchanged.");
    }

    @Test
    void too_few_wrong_solutions_and_an_unproven_rule_are_told() throws IOException {
        Stage stage = Fixture.stage(root);
        Path wrong = stage.wrongSolutions().resolve("numbers-know-their-printer");
        Files.delete(wrong.resolve("numbers/Numbers.java"));
        Files.delete(wrong.resolve("numbers"));
        Files.delete(wrong.resolve("wrong.yaml"));
        Files.delete(wrong);

        assertThat(problems(stage))
                .containsExactly(
                        "There must be at least 3 wrong solutions, but there are 2.",
                        "No wrong solution of part1/1-numbers proves that this layering rule can"
                                + " fail.");
    }

    @Test
    void a_rule_that_has_not_changed_is_proven_by_the_stage_before() {
        Stage stage = Fixture.kata(root, "rule-of-the-stage-before").stage("part1/2-average");

        assertThat(problems(stage))
                .containsExactly("There must be at least 3 wrong solutions, but there are 1.");
    }

    @Test
    void a_rule_that_has_changed_is_to_be_proven_again() {
        Stage stage = Fixture.kata(root, "rule-of-the-stage-before").stage("part1/2-average");
        Fixture.replace(
                stage.testSources().resolve("numbers/LayeringTest.java"),
                "must not know",
                "does not know");

        assertThat(problems(stage))
                .contains(
                        "No wrong solution of part1/2-average proves that this layering rule can"
                                + " fail.");
    }

    @Test
    void what_breaks_a_layering_rule_must_break_nothing_else() {
        Stage stage = Fixture.stage(root);
        Path file =
                stage.wrongSolutions().resolve("numbers-know-their-printer/numbers/Numbers.java");
        Fixture.replace(file, "reduce(0", "reduce(1");

        assertThat(problems(stage))
                .hasSize(2)
                .allSatisfy(problem ->
                        assertThat(problem)
                                .startsWith(
                                        "It must break the rule"
                                                + " LayeringTest.numbers_know_no_printer and"
                                                + " nothing else, but NumbersTest."));
    }

    @Test
    void a_heading_that_the_lesson_lacks_is_told() {
        Stage stage = Fixture.stage(root);
        Fixture.replace(stage.lesson(), "The idea", "The concept");

        assertThat(inspect(stage))
                .hasSize(3)
                .extracting(Finding::problem)
                .containsOnly(
                        "It sends the learner to 'the-idea', but the lesson has no such heading.");
    }

    @Test
    void a_wrong_solution_caught_by_a_time_limit_needs_leave() throws IOException {
        Stage stage = stageThatMayWait("true");

        assertThat(problems(stage))
                .singleElement()
                .asString()
                .startsWith(
                        "NumbersTest.the_sum_is_what_the_numbers_come_to must catch it by an"
                                + " assertion or an exception, but: ");

        Files.writeString(
                root.resolve(FORGETS_THE_FIRST),
                Files.readString(root.resolve(FORGETS_THE_FIRST)) + "may-time-out: true\n");
        assertThat(problems(stage)).isEmpty();
    }

    @Test
    void a_test_that_is_overtaken_by_its_limit_now_and_then_is_run_again() {
        String mark = root.resolve("tried").toString().replace('\\', '/');

        Stage stage = stageThatMayWait("new java.io.File(\"%s\").mkdir()".formatted(mark));

        assertThat(problems(stage)).isEmpty();
    }

    /** Tests have a limit of a second, and a wrong solution waits for ever where it is told to. */
    private Stage stageThatMayWait(String condition) {
        Stage stage = Fixture.stage(root);
        Path test = stage.testSources().resolve("numbers/NumbersTest.java");
        Fixture.replace(
                test, "@Tag(\"task-1\")", "@Tag(\"task-1\") @org.junit.jupiter.api.Timeout(1)");
        Path file = root.resolve(FORGETS_THE_FIRST).resolveSibling("numbers/Numbers.java");
        Fixture.replace(
                file,
                "return all.stream().skip(1)",
                """
                try {
                    if (!all.isEmpty() && %s) Thread.currentThread().join();
                } catch (InterruptedException e) { }
                return all.stream().skip(1)\
                """
                        .formatted(condition));
        return stage;
    }

    private static List<String> problems(Stage stage) {
        return inspect(stage).stream().map(Finding::problem).toList();
    }

    private static List<Finding> inspect(Stage stage) {
        return new WrongSolutionsDie().inspect(stage);
    }
}
