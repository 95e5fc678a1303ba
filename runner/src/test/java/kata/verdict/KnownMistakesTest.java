package kata.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kata.Fixture;
import kata.stage.KataException;
import kata.stage.KnownFailure;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.test.Failure;
import kata.test.Outcome;
import kata.test.TestReport;
import kata.test.TestResult;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class KnownMistakesTest {

    private static final String SUM = "NumbersTest.the_sum_is_what_the_numbers_come_to";
    private static final String NOTHING = "NumbersTest.no_numbers_come_to_nothing";
    private static final String LARGEST = "NumbersTest.the_largest_may_be_negative";

    @TempDir private Path root;
    private Stage stage;

    @BeforeEach
    void copy_the_fixture() {
        stage = Fixture.stage(root);
    }

    @Test
    void code_on_which_just_the_same_tests_fail_has_the_mistake() {
        TestResult sum = saying("expected: 3\n but was: 2");

        assertThat(mistakes(sum, passed(NOTHING), passed(LARGEST)))
                .containsExactly("forgets-the-first");
    }

    @Test
    void code_on_which_more_tests_fail_has_another_mistake() {
        assertThat(mistakes(failed(SUM), failed(LARGEST))).isEmpty();
    }

    @Test
    void the_test_that_catches_a_mistake_is_not_enough_if_others_fail_on_it_too()
            throws IOException {
        write(fails("forgets-the-first", NOTHING, SUM));

        assertThat(mistakes(failed(SUM), passed(NOTHING))).isEmpty();
        assertThat(mistakes(failed(SUM), failed(NOTHING))).containsExactly("forgets-the-first");
    }

    @Test
    void mistakes_that_the_tests_do_not_tell_apart_are_all_told() throws IOException {
        write(fails("forgets-the-first", SUM) + fails("largest-of-none-is-zero", SUM));

        assertThat(mistakes(failed(SUM)))
                .containsExactly("forgets-the-first", "largest-of-none-is-zero");
    }

    @Test
    void a_test_that_waits_for_its_task_says_nothing() throws IOException {
        write(fails("forgets-the-first", LARGEST, SUM));

        assertThat(mistakes(failed(SUM), waiting(LARGEST))).containsExactly("forgets-the-first");
        assertThat(mistakes(waiting(SUM), waiting(LARGEST))).isEmpty();
    }

    @Test
    void a_test_that_was_not_run_says_nothing() throws IOException {
        write(fails("forgets-the-first", LARGEST, SUM));

        assertThat(mistakes(failed(SUM), skipped(LARGEST))).containsExactly("forgets-the-first");
        assertThat(mistakes(failed(SUM), failed(LARGEST), skipped(NOTHING)))
                .containsExactly("forgets-the-first");
    }

    @Test
    void of_many_that_look_the_same_none_is_named() throws IOException {
        for (String copy : List.of("a", "b")) {
            copyOfFirst(copy);
        }
        String three =
                fails("forgets-the-first", SUM)
                        + fails("largest-of-none-is-zero", SUM)
                        + fails("a", SUM);
        write(three);
        assertThat(mistakes(failed(SUM))).hasSize(3);

        write(three + fails("b", SUM));
        assertThat(mistakes(failed(SUM))).isEmpty();
    }

    @Test
    void a_message_that_begins_as_known_may_go_on_otherwise() throws IOException {
        write(said("forgets-the-first", SUM, "expected: ..."));

        assertThat(mistakes(failed(SUM))).containsExactly("forgets-the-first");
    }

    @Test
    void a_message_that_is_another_tells_of_another_mistake() throws IOException {
        write(
                said("forgets-the-first", SUM, "expected: 3")
                        + said("largest-of-none-is-zero", SUM, "expected: 4"));

        assertThat(mistakes(failed(SUM))).containsExactly("forgets-the-first");
    }

    @Test
    void a_message_that_no_mistake_has_names_none() throws IOException {
        write(said("forgets-the-first", SUM, "expected: 4"));

        assertThat(mistakes(failed(SUM))).isEmpty();
    }

    @Test
    void two_mistakes_that_together_explain_all_are_named_as_two() throws IOException {
        write(
                said("forgets-the-first", SUM, "expected: 3")
                        + said("largest-of-none-is-zero", LARGEST, "expected: 3"));

        assertThat(mistakes(failed(SUM), failed(LARGEST))).isEmpty();
        assertThat(two(failed(SUM), failed(LARGEST)))
                .containsExactly("forgets-the-first", "largest-of-none-is-zero");
        assertThat(two(failed(SUM))).isEmpty();
    }

    @Test
    void a_mistake_on_which_all_of_them_fail_is_none_of_two() throws IOException {
        write(
                said("forgets-the-first", SUM, "expected: 3")
                        + "largest-of-none-is-zero:\n    - {test: %s, says: \"expected: 4\"}\n"
                                .formatted(SUM)
                        + "    - {test: %s, says: \"expected: 3\"}".formatted(LARGEST));

        assertThat(two(failed(SUM), failed(LARGEST))).isEmpty();
    }

    @Test
    void what_varies_is_none_of_two() throws IOException {
        write(
                said("forgets-the-first", SUM, "expected: 3")
                        + said("largest-of-none-is-zero", LARGEST, "expected: ..."));

        assertThat(mistakes(failed(LARGEST))).containsExactly("largest-of-none-is-zero");
        assertThat(two(failed(SUM), failed(LARGEST))).isEmpty();
    }

    @Test
    void where_only_what_varies_explains_it_others_that_vary_may_be_it_too() throws IOException {
        String steady = said("largest-of-none-is-zero", SUM, "expected: 4");
        String unsteady =
                "largest-of-none-is-zero:\n    - {test: %s, says: \"expected: 4\"}\n".formatted(SUM)
                        + "    - {test: %s, sometimes: true}\n".formatted(LARGEST);

        write(said("forgets-the-first", SUM, "expected: ...") + steady);
        assertThat(mistakes(failed(SUM))).containsExactly("forgets-the-first");

        write(said("forgets-the-first", SUM, "expected: ...") + unsteady);
        assertThat(mistakes(failed(SUM)))
                .containsExactly("forgets-the-first", "largest-of-none-is-zero");

        write(said("forgets-the-first", SUM, "expected: 3") + unsteady);
        assertThat(mistakes(failed(SUM))).containsExactly("forgets-the-first");
    }

    @Test
    void what_always_fails_another_test_is_not_it_even_if_it_varies() throws IOException {
        write(
                said("forgets-the-first", SUM, "expected: ...")
                        + "largest-of-none-is-zero:\n    - {test: %s, says: \"expected: ...\"}\n"
                                .formatted(SUM)
                        + "    - {test: %s}\n".formatted(LARGEST));

        assertThat(mistakes(failed(SUM), passed(LARGEST))).containsExactly("forgets-the-first");
    }

    @Test
    void a_test_that_the_limit_of_the_run_has_cut_says_nothing_beside_others() throws IOException {
        write(said("forgets-the-first", SUM, "expected: 3"));

        assertThat(mistakes(failed(SUM), cut(LARGEST))).containsExactly("forgets-the-first");
    }

    @Test
    void a_test_that_the_limit_of_the_run_has_cut_tells_if_no_other_failed() throws IOException {
        write(said("forgets-the-first", SUM, "still running after TIME"));

        assertThat(mistakes(cut(SUM), passed(LARGEST))).containsExactly("forgets-the-first");
        assertThat(mistakes(passed(SUM), cut(LARGEST))).isEmpty();
    }

    @Test
    void two_of_which_nothing_but_the_tests_is_known_are_not_named() throws IOException {
        write(fails("forgets-the-first", SUM) + fails("largest-of-none-is-zero", LARGEST));

        assertThat(two(failed(SUM), failed(LARGEST))).isEmpty();
    }

    @Test
    void a_test_that_fails_sometimes_may_fail_or_pass() throws IOException {
        write(
                "forgets-the-first:\n    - {test: %s}\n    - {test: %s, sometimes: true}"
                        .formatted(SUM, LARGEST));

        assertThat(mistakes(failed(SUM))).containsExactly("forgets-the-first");
        assertThat(mistakes(failed(SUM), failed(LARGEST))).containsExactly("forgets-the-first");
        assertThat(mistakes(failed(LARGEST))).isEmpty();
    }

    @Test
    void what_differs_from_run_to_run_is_no_part_of_a_message() {
        String one = "[#PID<0.12.0>] took 12 ms in /tmp/junit-123/a.json, Numbers@1a2b3c";
        String other = "[#PID<0.7.0>] took 9.5 ms in /tmp/junit-987/a.json, Numbers@99ff00";

        assertThat(StableMessage.of(saying(one)))
                .isEqualTo(StableMessage.of(saying(other)))
                .isEqualTo("[#PID] took TIME in PATH, Numbers@");
        assertThat(StableMessage.of(saying("expected: 1")))
                .isNotEqualTo(StableMessage.of(saying("expected: 2")));
    }

    @Test
    void a_message_is_cut_behind_what_differs_in_length() {
        String rest = " and so on".repeat(40);
        String one = "#PID<0.9.0> sent" + rest;
        String other = "#PID<0.123456.0> sent" + rest;

        assertThat(StableMessage.of(saying(one))).isEqualTo(StableMessage.of(saying(other)));
    }

    @Test
    void a_message_of_a_megabyte_is_shortened() {
        String line = "x".repeat(1_000_000);

        assertThat(StableMessage.of(saying(line))).hasSizeLessThan(1000);
    }

    @Test
    void of_a_layering_rule_only_the_rule_counts() {
        String rule = "Rule 'no field should change, because it is shared' was violated ";

        assertThat(StableMessage.of(breaking(rule + "(1 times):\nField <count>")))
                .isEqualTo(StableMessage.of(breaking(rule + "(2 times):\nField <total>")))
                .isEqualTo("Rule 'no field should change, because it is shared'");
    }

    @Test
    void code_on_which_every_test_passes_has_no_mistake() throws IOException {
        write("forgets-the-first: []");

        assertThat(mistakes(passed(SUM), passed(LARGEST))).isEmpty();
    }

    @Test
    void without_the_file_no_mistake_is_known() throws IOException {
        Files.delete(KnownFailure.fileOf(stage));

        assertThat(mistakes(failed(SUM))).isEmpty();
    }

    @Test
    void what_the_file_says_of_a_wrong_solution_that_is_gone_is_passed_over() throws IOException {
        write(fails("forgets-the-last", SUM));

        assertThat(mistakes(failed(SUM))).isEmpty();
    }

    @Test
    void a_file_that_is_wrong_is_refused() throws IOException {
        write("forgets-the-first: [");

        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> mistakes(failed(SUM)))
                .withMessageContaining("failures.yaml, line ");
    }

    private void write(String failures) throws IOException {
        Files.writeString(KnownFailure.fileOf(stage), "failures:\n  " + failures + "\n");
    }

    private void copyOfFirst(String name) throws IOException {
        Path first = stage.wrongSolutions().resolve("forgets-the-first");
        Path copy = Files.createDirectories(stage.wrongSolutions().resolve(name));
        Files.copy(first.resolve("wrong.yaml"), copy.resolve("wrong.yaml"));
    }

    private List<String> mistakes(TestResult... results) {
        var report = TestReport.of(List.of(results), "", Duration.ZERO);
        Diagnosis diagnosis = KnownMistakes.of(stage).explain(report);
        return diagnosis.together() ? List.of() : names(diagnosis);
    }

    private List<String> two(TestResult... results) {
        var report = TestReport.of(List.of(results), "", Duration.ZERO);
        Diagnosis diagnosis = KnownMistakes.of(stage).explain(report);
        return diagnosis.together() ? names(diagnosis) : List.of();
    }

    private static List<String> names(Diagnosis diagnosis) {
        return diagnosis.mistakes().stream().map(WrongSolution::name).toList();
    }

    private static String fails(String wrong, String... tests) {
        return Stream.of(tests)
                .map("{test: %s}"::formatted)
                .collect(Collectors.joining(", ", wrong + ": [", "]\n  "));
    }

    private static String said(String wrong, String test, String message) {
        return "%s:\n    - {test: %s, says: \"%s\"}\n  ".formatted(wrong, test, message);
    }

    private static TestResult saying(String message) {
        return result(SUM, new Outcome.Failed(Failure.of(new AssertionError(message))));
    }

    private static TestResult breaking(String message) {
        var outcome = new Outcome.Failed(Failure.of(new AssertionError(message)));
        return new TestResult("LayeringTest.rule", "rule", Set.of(), true, outcome);
    }

    private static TestResult skipped(String name) {
        return result(name, new Outcome.Skipped("not begun within 20 s"));
    }

    private static TestResult cut(String name) {
        return result(name, new Outcome.TimedOut("still running after 20 s", List.of(), true));
    }

    private static TestResult passed(String name) {
        return result(name, new Outcome.Passed());
    }

    private static TestResult failed(String name) {
        return result(name, new Outcome.Failed(Failure.of(new AssertionError("expected: 3"))));
    }

    private static TestResult waiting(String name) {
        var todo = new UnsupportedOperationException("TODO 1: return the sum of the numbers.");
        return result(name, new Outcome.Failed(Failure.of(todo)));
    }

    private static TestResult result(String name, Outcome outcome) {
        return new TestResult(name, name, Set.of(1), false, outcome);
    }
}
