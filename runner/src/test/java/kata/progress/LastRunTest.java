package kata.progress;

import static org.assertj.core.api.Assertions.assertThat;

import kata.test.Failure;
import kata.test.Outcome;
import kata.test.TestReport;
import kata.test.TestResult;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

class LastRunTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void what_is_written_is_read_again() {
        LastRun some = new LastRun(NOON, 7, 3, List.of(1, 12));
        LastRun none = new LastRun(NOON, 7, 0, List.of());
        assertThat(LastRun.parse(some.toString())).contains(some);
        assertThat(LastRun.parse(none.toString())).contains(none);
    }

    @Test
    void what_somebody_else_wrote_is_ignored() {
        assertThat(LastRun.parse("")).isEmpty();
        assertThat(LastRun.parse("noon 7 3 1")).isEmpty();
        assertThat(LastRun.parse(NOON + " seven 3 1")).isEmpty();
        assertThat(LastRun.parse(NOON + " 7 3 1,")).contains(new LastRun(NOON, 7, 3, List.of(1)));
        assertThat(LastRun.parse(NOON + " 7 3 1,,2")).isEmpty();
    }

    @Test
    void a_failed_test_opens_the_last_of_its_tasks() {
        LastRun run =
                LastRun.of(
                        TestReport.of(
                                List.of(
                                        result(Set.of(), new AssertionError()),
                                        result(Set.of(1, 3), new AssertionError()),
                                        result(Set.of(2), new AssertionError()),
                                        result(Set.of(3), new AssertionError()),
                                        result(Set.of(1), null)),
                                "",
                                Duration.ZERO));
        assertThat(run.passed()).isEqualTo(1);
        assertThat(run.failed()).isEqualTo(4);
        assertThat(run.openTasks()).containsExactly(2, 3);
        assertThat(run.tested()).isTrue();
    }

    @Test
    void code_that_was_refused_has_no_tests() {
        LastRun run = LastRun.withoutResults();
        assertThat(run.tested()).isFalse();
        assertThat(LastRun.parse(run.toString())).contains(run);
    }

    private static TestResult result(Set<Integer> tasks, Throwable failure) {
        Outcome outcome =
                failure == null ? new Outcome.Passed() : new Outcome.Failed(Failure.of(failure));
        return new TestResult("ATest.a_test", "a test", tasks, false, outcome);
    }
}
