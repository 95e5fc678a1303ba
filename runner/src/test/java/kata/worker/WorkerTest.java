package kata.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import kata.Fixture;
import kata.Patience;
import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.JsonLine;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.test.Outcome;
import kata.test.TestReport;
import kata.test.TestResult;
import kata.test.TestRun;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

class WorkerTest {

    /** A busy machine may take much longer than a learner is to wait. */
    private static final Worker WORKER = new Worker(Patience.LIMIT);

    @TempDir private Path root;

    @AfterAll
    static void end_the_worker() {
        WORKER.close();
    }

    @Test
    void its_report_is_that_of_a_run_in_this_process() {
        Stage stage = Fixture.stage(root, "many-outcomes");

        TestReport report = reportOn(stage);

        var compiled = Compilation.of(StageCode.learner(stage));
        assertThat(report.results())
                .extracting(TestResult::name, TestResult::tasks, TestResult::verdict)
                .isEqualTo(
                        TestRun.of(compiled).results().stream()
                                .map(same -> tuple(same.name(), same.tasks(), same.verdict()))
                                .toList());
        assertThat(report.output()).contains("printed by a test");
        assertThat(report.duration()).isPositive();
    }

    @Test
    void code_that_does_not_compile_is_refused_with_its_errors() {
        assertThat(run(Fixture.stage(root, "does-not-compile")))
                .asInstanceOf(InstanceOfAssertFactories.type(Verdict.DoesNotCompile.class))
                .extracting(Verdict.DoesNotCompile::errors)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isNotEmpty();
    }

    @Test
    void code_that_ends_the_program_is_told_with_its_test_and_the_next_run_is_as_ever() {
        Stage stage = Fixture.stage(root, "ends-the-program");

        assertThat(run(stage))
                .isEqualTo(new Verdict.ProgramEnded(Optional.of("the largest may be negative"), 3));
        assertThat(reportOn(Fixture.stage(root, "solved")).passed()).isTrue();
    }

    /** A busy machine may not come to that test in time, and has more the next time. */
    @Test
    void a_test_that_never_ends_times_out_and_the_process_is_replaced() {
        Stage stage = Fixture.stage(root, "endless-loop");
        Duration limit = Duration.ofSeconds(2);
        while (!timesOutAndIsReplaced(stage, limit)) {
            limit = limit.multipliedBy(2);
            assertThat(limit).isLessThan(Patience.LIMIT);
        }
    }

    /** Tells whether the test has timed out. */
    private static boolean timesOutAndIsReplaced(Stage stage, Duration limit) {
        try (Worker impatient = new Worker(limit)) {
            impatient.start();
            List<ProcessHandle> before = ProcessHandle.current().children().toList();
            if (!hasTimedOut(impatient.run(StageCode.learner(stage)))) {
                return false;
            }
            await().atMost(Patience.LIMIT)
                    .until(() ->
                            ProcessHandle.current()
                                    .children()
                                    .anyMatch(child -> !before.contains(child)));
            await().atMost(Patience.LIMIT)
                    .until(() -> before.stream().anyMatch(process -> !process.isAlive()));
            return true;
        } catch (KataException notBegun) {
            return false;
        }
    }

    @Test
    void the_process_ends_with_whoever_asks_it_even_in_an_endless_loop() throws Exception {
        Stage stage = Fixture.stage(root, "endless-loop");
        String mark = String.valueOf(ProgramMark.another().number());
        Process process = JavaProcess.running(WorkerMain.class, mark).start();
        try (var requests = process.outputWriter()) {
            var endless =
                    new TestRequest(
                            StageCode.learner(stage), Optional.empty(), Duration.ofMinutes(10));
            requests.write(JsonLine.of(endless) + "\n");
            requests.flush();
            assertThat(
                            process.inputReader()
                                    .lines()
                                    .filter(line -> line.contains("Begun"))
                                    .findFirst())
                    .isPresent();
        }

        assertThat(process.onExit()).succeedsWithin(Patience.LIMIT);
    }

    @Test
    void what_cannot_be_tried_says_why() throws IOException {
        Stage stage = Fixture.stage(root);
        for (Path test : List.of(Path.of("LayeringTest.java"), Path.of("NumbersTest.java"))) {
            Files.delete(stage.testSources().resolve("numbers").resolve(test));
        }

        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> run(stage))
                .withMessageContaining("part1/1-numbers (learner) has no tests");
    }

    @Test
    void how_long_a_busy_machine_takes_to_compile_says_nothing_about_the_code() {
        StageCode code = StageCode.learner(Fixture.stage(root, "does-not-compile"));
        WorkerProcess process = WorkerProcess.start();
        try {
            Verdict verdict =
                    process.run(
                            new TestRequest(code, Optional.empty(), Patience.LIMIT),
                            Duration.ofMillis(1));
            assertThat(verdict).isInstanceOf(Verdict.DoesNotCompile.class);
        } finally {
            process.kill();
        }
    }

    @Test
    void a_run_that_is_interrupted_says_nothing_about_the_code() throws Exception {
        Stage stage = Fixture.stage(root, "endless-loop");
        try (Worker endless = new Worker(Duration.ofHours(1))) {
            var verdict = new FutureTask<>(() -> endless.run(StageCode.learner(stage)));
            Thread thread = Thread.ofPlatform().daemon().start(verdict);
            await().atMost(Patience.LIMIT)
                    .until(() -> thread.getState() == Thread.State.TIMED_WAITING);

            thread.interrupt();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> verdict.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .withCauseInstanceOf(KataException.class)
                    .withMessageContaining("The run was interrupted");
        }
    }

    private static boolean hasTimedOut(Verdict verdict) {
        return verdict instanceof Verdict.Tested(TestReport report)
                && report.results().stream()
                        .anyMatch(result -> result.outcome() instanceof Outcome.TimedOut);
    }

    private static TestReport reportOn(Stage stage) {
        return ((Verdict.Tested) run(stage)).report();
    }

    private static Verdict run(Stage stage) {
        return WORKER.run(StageCode.learner(stage));
    }
}
