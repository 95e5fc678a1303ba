package kata.progress;

import static org.assertj.core.api.Assertions.assertThat;

import kata.stage.JsonLine;
import kata.test.Failure;
import kata.test.Outcome;
import kata.test.TestReport;
import kata.test.TestResult;
import kata.worker.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

class LastRunTest {

    @Test
    void what_is_written_is_read_again() {
        var run = new LastRun("0a1b", false, Instant.EPOCH, 7, 3, List.of(1, 12));
        assertThat(JsonLine.read(JsonLine.of(run), LastRun.class)).contains(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "passed 0a1b", "{\"code\": 1", "[]"})
    void what_somebody_else_wrote_is_ignored(String line) {
        assertThat(JsonLine.read(line, LastRun.class)).isEmpty();
    }

    @Test
    void a_failed_test_opens_the_last_of_its_tasks() {
        LastRun run =
                LastRun.of(
                        "0a1b",
                        new Verdict.Tested(
                                TestReport.of(
                                        List.of(
                                                result(Set.of(), new AssertionError()),
                                                result(Set.of(1, 3), new AssertionError()),
                                                result(Set.of(2), new AssertionError()),
                                                result(Set.of(3), new AssertionError()),
                                                result(Set.of(1), null)),
                                        "",
                                        Duration.ZERO)),
                        List.of(1));
        assertThat(run.passed()).isEqualTo(1);
        assertThat(run.failed()).isEqualTo(4);
        assertThat(run.openTasks()).containsExactly(2, 3);
        assertThat(run.tested()).isTrue();
    }

    @Test
    void code_that_does_not_compile_leaves_open_what_was_open() {
        LastRun run = LastRun.of("0a1b", new Verdict.DoesNotCompile(List.of()), List.of(2));
        assertThat(run.tested()).isFalse();
        assertThat(run.openTasks()).containsExactly(2);
    }

    private static TestResult result(Set<Integer> tasks, Throwable failure) {
        Outcome outcome =
                failure == null ? new Outcome.Passed() : new Outcome.Failed(Failure.of(failure));
        return new TestResult("ATest.a_test", "a test", tasks, false, outcome);
    }
}
