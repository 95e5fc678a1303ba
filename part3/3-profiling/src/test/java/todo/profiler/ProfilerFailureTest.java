package todo.profiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.exit;
import static otp.Processes.self;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Exit;
import otp.ExitReason;

import todo.EndEveryProcess;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProfilerFailureTest {

    private static final ExitReason NO_LIST = ExitReason.of("no list today");

    private final AtomicInteger operations = new AtomicInteger();
    private final AtomicReference<ProfilerRun> run = new AtomicReference<>();

    /** Looks like the reason of a process that has done its work, and is another. */
    private record Lookalike() {
        @Override
        public String toString() {
            return "normal";
        }
    }

    @Test
    @Tag("task-1")
    @DisplayName("A client that crashes does not hang the run: it fails it, with its reason")
    void a_crash_of_the_only_client_fails_the_run() {
        run.set(ProfilerRun.start(1, _ -> exit(self(), NO_LIST)));

        assertThat(run.get().end()).as("why the run has ended").isEqualTo(NO_LIST);
    }

    @Test
    @Tag("task-1")
    @DisplayName("If the first of many clients crashes, the others finish, and then the run fails")
    void a_crash_that_comes_first_fails_the_run() {
        run.set(ProfilerRun.start(10, this::crashFirst));

        assertThat(run.get().end()).as("why the run has ended").isEqualTo(NO_LIST);
        assertThat(run.get().newsLeft()).as("ends of clients that were not received").isZero();
        assertThat(operations.get()).as("operations of the others").isEqualTo(9);
    }

    private void crashFirst(int client) {
        if (client == 1) {
            exit(self(), NO_LIST);
        }
        run.get().awaitNewsOf(1);
        operations.incrementAndGet();
    }

    @Test
    @Tag("task-1")
    @DisplayName("If the last of many clients crashes, when all others have ended, the run fails")
    void a_crash_that_comes_last_fails_the_run() {
        run.set(ProfilerRun.start(10, this::crashLast));

        assertThat(run.get().end()).as("why the run has ended").isEqualTo(NO_LIST);
    }

    private void crashLast(int client) {
        if (client == 10) {
            IntStream.range(1, 10).forEach(run.get()::awaitNewsOf);
            exit(self(), NO_LIST);
        }
    }

    @Test
    @Tag("task-1")
    @DisplayName("If several clients crash, or all of them, the run fails")
    void several_crashes_fail_the_run() {
        for (int crashes : List.of(2, 3, 10)) {
            run.set(ProfilerRun.start(10, client -> crashUpTo(crashes, client)));

            assertThat(run.get().end())
                    .as("why the run has ended in which %d clients crashed", crashes)
                    .isEqualTo(NO_LIST);
        }
    }

    private static void crashUpTo(int crashes, int client) {
        if (client <= crashes) {
            exit(self(), NO_LIST);
        }
    }

    @Test
    @Tag("task-1")
    @DisplayName("Any reason but normal fails the run, and is the reason of its Exit")
    void any_reason_but_normal_fails_the_run() {
        List<ExitReason> reasons =
                List.of(
                        NO_LIST,
                        ExitReason.SHUTDOWN,
                        new ExitReason.Shutdown("enough"),
                        ExitReason.KILLED,
                        ExitReason.NOPROC,
                        new ExitReason.Crash(new IllegalStateException("no list today")),
                        ExitReason.of(new Lookalike()));

        for (ExitReason reason : reasons) {
            assertThatExceptionOfType(Exit.class)
                    .as("a client has ended, and its reason is: %s", reason)
                    .isThrownBy(() -> Profiler.run(() -> exit(self(), reason), 1, 1))
                    .extracting(Exit::reason)
                    .isEqualTo(reason);
        }
    }

    @Test
    @Tag("task-1")
    @DisplayName("A client that crashes at once is missed by no run")
    void a_crash_at_once_is_not_missed() {
        for (int runs = 1; runs <= 50; runs++) {
            assertThatExceptionOfType(Exit.class)
                    .as("a client has crashed at once")
                    .isThrownBy(() -> Profiler.run(() -> exit(self(), NO_LIST), 1, 2))
                    .extracting(Exit::reason)
                    .isEqualTo(NO_LIST);
        }
    }

    @Test
    @Tag("task-1")
    @DisplayName("However soon a client has ended, it has finished: it is monitored before it runs")
    void an_end_at_once_is_not_missed() {
        for (int runs = 1; runs <= 10; runs++) {
            assertThat(Profiler.run(() -> {}, 1, 5_000).operations())
                    .as("operations that were done")
                    .isEqualTo(5_000);
        }
    }

    @Test
    @Tag("task-1")
    @DisplayName("A client that throws fails the run with what it has thrown")
    void what_a_client_throws_fails_the_run() {
        IllegalStateException thrown = new IllegalStateException("no list today");

        assertThatExceptionOfType(Exit.class)
                .as("a run whose operation fails")
                .isThrownBy(() -> Profiler.run(() -> fail(thrown), 1, 1))
                .extracting(Exit::reason)
                .isEqualTo(new ExitReason.Crash(thrown));
    }

    private static void fail(RuntimeException thrown) {
        throw thrown;
    }

    @Test
    @Tag("task-1")
    @DisplayName("A client that says of itself that it has ended as intended fails nothing")
    void a_normal_end_fails_nothing() {
        ExitReason normal = ExitReason.of("normal");

        Profile profile = Profiler.run(() -> exit(self(), normal), 1, 3);

        assertThat(profile.operations()).as("operations that were done").isEqualTo(3);
    }
}
