package kata.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kata.Fixture;
import kata.Patience;
import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.KataException;
import kata.stage.Stage;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;

class TestRunTest {

    private static TestReport manyOutcomes;

    @TempDir Path root;

    @BeforeAll
    static void run_tests_of_many_outcomes(@TempDir Path folder) {
        manyOutcomes = run(Fixture.stage(folder, "many-outcomes"));
    }

    @Test
    void on_a_starter_the_tests_of_the_tasks_fail_by_their_todo() {
        TestReport report = run(Fixture.stage(root));

        TestResult sum = result(report, "NumbersTest.the_sum_is_what_the_numbers_come_to");
        assertThat(sum.sentence()).isEqualTo("the sum is what the numbers come to");
        assertThat(sum.tasks()).containsExactly(1);
        assertThat(sum.isRule()).isFalse();
        assertThat(sum.outcome()).isInstanceOf(Outcome.Failed.class);
        assertThat(sum.todo()).contains(new Todo(1, "return the sum of the numbers."));
        assertThat(sum.verdict()).isEqualTo("TODO 1: return the sum of the numbers.");
        assertThat(report.passed()).isFalse();
        assertThat(report.failures()).hasSize(3);
    }

    @Test
    void tests_without_a_task_and_layering_rules_are_told_apart_from_the_others() {
        TestReport report = run(Fixture.stage(root));

        TestResult keeps = result(report, "NumbersTest.keeps_its_numbers");
        assertThat(keeps.tasks()).isEmpty();
        assertThat(keeps.outcome()).isEqualTo(new Outcome.Passed());
        TestResult rule = result(report, "LayeringTest.numbers_know_no_printer");
        assertThat(rule.isRule()).isTrue();
        assertThat(rule.sentence()).isEqualTo("numbers know no printer");
        assertThat(rule.passed()).isTrue();
    }

    @Test
    void a_solved_stage_passes() {
        TestReport report = run(Fixture.stage(root, "solved"));

        assertThat(report.passed()).isTrue();
        assertThat(report.results()).hasSize(5);
        assertThat(report.duration()).isPositive();
    }

    @Test
    void every_run_sees_the_code_of_its_own_time() {
        Stage stage = Fixture.stage(root, "solved");
        assertThat(run(stage).passed()).isTrue();

        Fixture.replace(
                stage.starterSources().resolve("numbers/Numbers.java"),
                "(List<Integer> all) {",
                "(List<Integer> all) {\n"
                        + "    public String toString() { return Printer.line(this); }\n");

        assertThat(run(stage).failures())
                .extracting(TestResult::name)
                .containsExactly("LayeringTest.numbers_know_no_printer");
    }

    @Test
    void a_class_of_the_stage_may_be_called_as_one_of_the_kata() throws IOException {
        Stage stage = Fixture.stage(root, "solved");
        Path own = stage.starterSources().resolve("kata/stage/Stage.java");
        Files.createDirectories(own.getParent());
        Files.writeString(
                own,
                "package kata.stage; public class Stage { public static int nothing() {"
                        + " return 0; } }");
        Fixture.replace(
                stage.starterSources().resolve("numbers/Numbers.java"),
                "reduce(0, ",
                "reduce(kata.stage.Stage.nothing(), ");

        assertThat(run(stage).passed()).isTrue();
    }

    @Test
    void no_run_sees_what_another_left_in_static_fields() {
        Stage stage = Fixture.stage(root, "many-outcomes");

        assertThat(result(run(stage), "NumbersTest.starts_afresh").passed()).isTrue();
        assertThat(result(run(stage), "NumbersTest.starts_afresh").passed()).isTrue();
    }

    @Test
    void a_process_that_a_run_leaves_behind_is_ended() {
        Stage stage = Fixture.stage(root, "solved", "leaves-a-process");
        Fixture.copyRuntime(root);
        CompletableFuture<String> end = new CompletableFuture<>();
        System.getProperties().put("the process that is left", end);

        assertThat(run(stage).passed()).isTrue();

        assertThat(end).succeedsWithin(Patience.LIMIT).isEqualTo("ended");
    }

    @Test
    void what_tests_print_is_kept_and_what_they_log_is_not() {
        PrintStream out = System.out;
        int handlers = Logger.getLogger("").getHandlers().length;

        TestReport report = run(Fixture.stage(root, "many-outcomes"));

        assertThat(report.output())
                .contains("printed by a test", "complained by a test")
                .doesNotContain("logged by a test");
        assertThat(System.out).isSameAs(out);
        assertThat(Logger.getLogger("").getHandlers()).hasSize(handlers);
    }

    @Test
    void an_assertion_is_told_by_its_message_in_one_line() {
        TestResult answer = result(manyOutcomes, "NumbersTest.with_a_name_of_its_own");

        assertThat(answer.sentence()).isEqualTo("The answer to everything");
        assertThat(answer.verdict()).isEqualTo("[the answer] expected: 42 but was: 41");
        assertThat(answer.todo()).isEmpty();
    }

    @Test
    void every_round_of_a_test_is_a_result_of_that_test() {
        List<TestResult> rounds = manyOutcomes.named("NumbersTest.several_rounds");
        assertThat(rounds).extracting(TestResult::passed).containsExactly(true, false);
        assertThat(rounds.getFirst().sentence()).startsWith("several rounds: [1]");
        assertThat(rounds).extracting(TestResult::tasks).containsOnly(Set.of(2));
    }

    @Test
    void a_test_whose_rounds_cannot_be_found_is_not_lost() {
        TestResult none = result(manyOutcomes, "NumbersTest.no_rounds_at_all");
        assertThat(none.outcome()).isInstanceOf(Outcome.SetUpFailed.class);
        assertThat(none.verdict())
                .isEqualTo(
                        "its class could not be set up: IllegalStateException: no numbers today");
    }

    @Test
    void a_test_in_a_nested_class_has_the_tasks_of_both_classes() {
        assertThat(result(manyOutcomes, "NumbersTest.Inside.a_class").tasks())
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void a_class_that_cannot_be_set_up_fails_each_of_its_tests() {
        TestReport report = run(Fixture.stage(root, "failing-set-up"));

        for (String test :
                List.of("SetUpTest.one", "SetUpTest.two", "StaticTest.one", "StaticTest.two")) {
            assertThat(result(report, test).outcome()).isInstanceOf(Outcome.SetUpFailed.class);
            assertThat(result(report, test).verdict())
                    .isEqualTo(
                            "its class could not be set up: TODO 1: return the sum of the"
                                    + " numbers.");
        }
    }

    @Test
    void a_test_that_never_ends_does_not_keep_the_run_from_ending() {
        Stage stage = Fixture.stage(root, "endless-loop");

        CutOff cutOff = CutOff.of(stage);

        TestReport report = cutOff.report();
        assertThat(report.results())
                // A busy machine may not come to the end of the rule, either.
                .filteredOn(result -> result.outcome() instanceof Outcome.TimedOut)
                .filteredOn(result -> !result.isRule())
                .singleElement()
                .satisfies(stuck -> {
                    assertThat(stuck.tasks()).containsExactly(1);
                    assertThat(stuck.verdict())
                            .isEqualTo("still running after %d s", cutOff.seconds());
                });
        assertThat(report.results()).hasSize(5);
        assertThat(report.failures())
                .filteredOn(result -> result.outcome() instanceof Outcome.Skipped)
                .allSatisfy(left ->
                        assertThat(left.verdict())
                                .isEqualTo("skipped: not begun within %d s", cutOff.seconds()));
    }

    @Test
    void a_test_that_ends_when_it_is_stopped_was_still_running() {
        Stage stage = Fixture.stage(root, "endless-loop");
        Fixture.replace(
                stage.starterSources().resolve("numbers/Numbers.java"),
                "// Goes on waiting.",
                "throw new IllegalStateException(ignored);");

        CutOff cutOff = CutOff.of(stage);

        assertThat(cutOff.report().failures().map(TestResult::verdict).distinct())
                .containsExactlyInAnyOrder(
                        "still running after %d s".formatted(cutOff.seconds()),
                        "skipped: not begun within %d s".formatted(cutOff.seconds()));
    }

    /** A run that was cut off while a test of a task was running. */
    private record CutOff(TestReport report, long seconds) {

        /** A busy machine may not come to that test in time, and has more the next time. */
        static CutOff of(Stage stage) {
            Compilation compiled = compiled(stage);
            long seconds = 3;
            Optional<TestReport> report = Optional.empty();
            while (report.isEmpty()) {
                assertThat(seconds).isLessThan(Patience.LIMIT.toSeconds());
                report = report(compiled, seconds);
                seconds = report.isPresent() ? seconds : seconds * 2;
            }
            return new CutOff(report.get(), seconds);
        }

        private static Optional<TestReport> report(Compilation compiled, long seconds) {
            try {
                return Optional.of(TestRun.of(compiled, Duration.ofSeconds(seconds)))
                        .filter(report ->
                                report.results().stream()
                                        .anyMatch(result -> result.isCut() && !result.isRule()));
            } catch (KataException notBegun) {
                return Optional.empty();
            }
        }
    }

    /** The limit is for what never ends: a busy machine may take as long for right code. */
    @Test
    void right_code_may_take_longer_in_all_than_a_test_may() {
        long millis = 600;
        while (!passesSlowly(millis)) {
            millis *= 2;
            assertThat(millis).isLessThan(Patience.LIMIT.toMillis());
        }
    }

    private boolean passesSlowly(long millis) {
        Stage stage = Fixture.stage(root, "solved");
        for (String step : List.of("return all.stream().reduce", "return all.stream().max")) {
            Fixture.replace(
                    stage.starterSources().resolve("numbers/Numbers.java"),
                    step,
                    "try { Thread.sleep(%d); } catch (InterruptedException stopped) {}\n%s"
                            .formatted(millis, step));
        }
        return TestRun.of(compiled(stage), Duration.ofMillis(millis * 5 / 2)).passed();
    }

    @Test
    void a_test_with_a_limit_of_its_own_times_out() {
        Stage stage = Fixture.stage(root, "mistagged-tests");

        assertThat(result(run(stage), "NumbersTest.waits_for_ever").outcome())
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.TimedOut.class))
                .extracting(Outcome.TimedOut::reason)
                .asString()
                .startsWith("still waiting after 50 milliseconds");
    }

    @Test
    void a_test_left_out_says_why() {
        Stage stage = Fixture.stage(root, "mistagged-tests");

        assertThat(result(run(stage), "NumbersTest.is_left_out").verdict())
                .isEqualTo("skipped: too hard");
    }

    @Test
    void a_stage_whose_tests_hold_no_test_is_refused() throws IOException {
        Stage stage = Fixture.stage(root);
        Files.delete(stage.testSources().resolve("numbers/LayeringTest.java"));
        Files.writeString(
                stage.testSources().resolve("numbers/NumbersTest.java"),
                "package numbers; class NumbersTest {}");

        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> run(stage))
                .withMessageStartingWith("No test was found in " + stage.testSources());
    }

    @Test
    void the_layering_rules_run_alone() throws IOException {
        Stage stage = Fixture.stage(root);

        assertThat(TestRun.ofSome(compiled(stage), TestRun.ONLY_RULES).results())
                .isNotEmpty()
                .allMatch(TestResult::isRule)
                .containsExactlyElementsOf(
                        run(stage).results().stream().filter(TestResult::isRule).toList());

        Files.delete(stage.testSources().resolve("numbers/LayeringTest.java"));
        assertThat(TestRun.ofSome(compiled(stage), TestRun.ONLY_RULES).results()).isEmpty();
    }

    private static TestResult result(TestReport report, String name) {
        assertThat(report.named(name)).as(name).hasSize(1);
        return report.named(name).getFirst();
    }

    private static TestReport run(Stage stage) {
        return TestRun.of(compiled(stage));
    }

    private static Compilation compiled(Stage stage) {
        return Compilation.of(StageCode.learner(stage));
    }
}
