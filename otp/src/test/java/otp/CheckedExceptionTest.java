package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.endOf;
import static otp.Patience.reasonOf;
import static otp.Processes.monitor;
import static otp.Processes.spawn;
import static otp.Processes.spawnLink;
import static otp.Processes.spawnMonitor;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Bodies and callbacks may throw checked exceptions; a crash names the exception itself. */
@RuntimeTest
class CheckedExceptionTest {

    private static final IOException DISK_FULL = new IOException("disk full");
    private static final ExitReason CRASH = new ExitReason.Crash(DISK_FULL);

    @Test
    void a_process_crashes_with_the_exception_of_its_body() {
        assertThat(reasonOf(spawnMonitor(() -> write()))).isEqualTo(CRASH);
        assertThat(reasonOf(spawnMonitor(CheckedExceptionTest::write))).isEqualTo(CRASH);
        Gate gate = new Gate();
        Monitor monitor =
                monitor(
                        spawn(() -> {
                            gate.pass();
                            throw DISK_FULL;
                        }));
        gate.open();
        assertThat(reasonOf(monitor)).isEqualTo(CRASH);
    }

    @Test
    void a_linked_process_takes_its_parent_with_it_for_the_same_exception() {
        ExitReason reason =
                endOf(() -> {
                    spawnLink(CheckedExceptionTest::write);
                    Processes.receive();
                });
        assertThat(reason).isEqualTo(CRASH);
    }

    @Test
    void a_body_may_still_be_a_runnable() {
        Runnable body = () -> {};
        ThrowingRunnable throwing = CheckedExceptionTest::write;
        Function<Runnable, Pid<Object>> spawning = Processes::spawn;
        assertThat(reasonOf(spawnMonitor(body))).isEqualTo(ExitReason.NORMAL);
        assertThat(reasonOf(spawnMonitor((Runnable) throwing))).isEqualTo(CRASH);
        assertThat(spawning.apply(body)).isNotNull();
        assertThat(Processes.<Object>spawn(body)).isNotNull();
    }

    @Test
    void a_process_that_is_killed_while_it_sleeps_was_killed_and_did_not_crash() {
        Gate begun = new Gate();
        Monitor monitor =
                spawnMonitor(() -> {
                    begun.open();
                    Thread.sleep(Patience.LIMIT);
                });
        begun.pass();
        Processes.exit(((Pid<?>) monitor.reference()), ExitReason.KILL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void the_report_names_the_exception_and_where_it_was_thrown() {
        try (CapturedLog log = new CapturedLog()) {
            reasonOf(spawnMonitor(() -> write()));
            List<String> errors = log.errors();
            assertThat(errors)
                    .anySatisfy(report ->
                            assertThat(report).contains("crashed: IOException: disk full"));
        }
    }

    @Test
    void a_child_does_not_start_because_of_the_checked_exception_of_its_start_function() {
        Supplier<Start<Object>> unwilling = Start.Ignore::new;
        assertThat(ChildSpec.worker("idle", unwilling).run()).isInstanceOf(Start.Ignore.class);
        ExitReason reason =
                endOf(() ->
                        Supervisor.startLink(
                                        SupervisorFlags.oneForOne(),
                                        ChildSpec.worker("disk", () -> startFrom(DISK_FULL)))
                                .pid());
        assertThat(reason)
                .isEqualTo(
                        new ExitReason.Shutdown(new Supervisor.FailedToStartChild("disk", CRASH)));
    }

    private static Start<Object> startFrom(IOException failure) throws IOException {
        throw failure;
    }

    private static void write() throws IOException {
        throw DISK_FULL;
    }
}
