package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.GenServer.call;
import static otp.GenServer.start;
import static otp.Patience.reasonOf;
import static otp.Processes.monitor;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** What a server knows of itself, and what its callbacks may throw. */
@RuntimeTest
class GenServerSelfTest {

    private static final IOException DISK_FULL = new IOException("disk full");
    private static final ExitReason CRASH = new ExitReason.Crash(DISK_FULL);

    /** Fails with a checked exception in one of its callbacks. */
    private static final class Failing extends ScriptedServer {

        private final String callback;

        Failing(String callback) {
            this.callback = callback;
        }

        @Override
        protected Init<Integer> init() throws IOException {
            failIn("init");
            return ok(0);
        }

        @Override
        protected Next<Integer> handle(Message message, Integer state) throws Exception {
            failIn("handle");
            return super.handle(message, state);
        }

        @Override
        protected void terminate(ExitReason reason, Integer state) throws IOException {
            failIn("terminate");
        }

        private void failIn(String running) throws IOException {
            if (running.equals(callback)) {
                throw DISK_FULL;
            }
        }
    }

    @Test
    void init_fails_the_start_with_the_checked_exception_itself() {
        assertThat(start(() -> new Failing("init"))).isEqualTo(new Start.Failed<>(CRASH));
    }

    @Test
    void handle_crashes_the_server_with_the_checked_exception_itself() {
        Pid<Message> server = start(() -> new Failing("handle")).pid();
        Monitor monitor = monitor(server);
        ExitReason reason = Failures.ofExit(() -> call(server, Ask.forState()));
        assertThat(reason.rootCause()).containsSame(DISK_FULL);
        assertThat(reasonOf(monitor)).isEqualTo(CRASH);
    }

    @Test
    void handle_continue_crashes_the_server_with_the_checked_exception_itself() {
        Gate gate = new Gate();
        Pid<Message> server =
                start(() ->
                                new ScriptedServer() {
                                    @Override
                                    protected Init<Integer> init() {
                                        return ok(0, continueWith("more"));
                                    }

                                    @Override
                                    protected Next<Integer> handleContinue(
                                            Object argument, Integer state) throws IOException {
                                        gate.pass();
                                        throw DISK_FULL;
                                    }
                                })
                        .pid();
        Monitor monitor = monitor(server);
        gate.open();
        assertThat(reasonOf(monitor)).isEqualTo(CRASH);
    }

    @Test
    void terminate_ends_the_server_with_the_checked_exception_itself() {
        Pid<Message> server = start(() -> new Failing("terminate")).pid();
        assertThat(Failures.ofExit(() -> GenServer.stop(server))).isEqualTo(CRASH);
    }

    @Test
    void self_is_the_pid_that_start_returned_in_every_callback() {
        AtomicReference<Pid<Message>> inInit = new AtomicReference<>();
        AtomicReference<Pid<Message>> inHandle = new AtomicReference<>();
        Pid<Message> server =
                start(() ->
                                new ScriptedServer() {
                                    @Override
                                    protected Init<Integer> init() {
                                        inInit.set(self());
                                        return ok(0);
                                    }

                                    @Override
                                    protected Next<Integer> handle(Message message, Integer state)
                                            throws Exception {
                                        inHandle.set(self());
                                        return super.handle(message, state);
                                    }
                                })
                        .pid();
        call(server, Ask.forState());
        assertThat(inInit.get()).isSameAs(server);
        assertThat(inHandle.get()).isSameAs(server);
    }

    @Test
    void self_in_the_constructor_is_refused_with_the_remedy() {
        assertThatThrownBy(() -> new ScriptedServer().self())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before its init");
    }
}
