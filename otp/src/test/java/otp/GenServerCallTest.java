package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static otp.GenServer.call;
import static otp.GenServer.cast;
import static otp.GenServer.reply;
import static otp.GenServer.start;
import static otp.Patience.occupy;
import static otp.Patience.received;
import static otp.Patience.untilWaiting;
import static otp.Processes.isAlive;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.spawn;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

@RuntimeTest
class GenServerCallTest {

    private static final ExitReason BOOM = ExitReason.of("boom");
    private static final Ask NESTED = Ask.forState();

    private final Pid<Message> server = start(ScriptedServer::new).pid();

    @Test
    void a_call_returns_the_answer() {
        assertThat(call(server, Ask.forAnswer(42))).isEqualTo(42);
    }

    @Test
    void null_is_an_answer() {
        Ask forNothing = new Ask((_, request, state) -> reply(request, null, state));
        assertThat(call(server, forNothing)).isNull();
        assertThat(call(server, Ask.forState())).isZero();
    }

    @Test
    void a_name_can_be_called() {
        Name<Message> name = new Name<>("called_by_name");
        start(ScriptedServer::new, name);
        assertThat(call(name, Ask.forAnswer(42))).isEqualTo(42);
        GenServer.stop(name);
    }

    @Test
    void casts_and_calls_of_one_process_are_handled_in_the_order_in_which_they_were_sent() {
        for (int number = 1; number <= 1_000; number++) {
            int expected = number;
            cast(server, new Tell((_, _, state) -> inOrder(state, expected)));
        }
        assertThat(call(server, Ask.forState())).isEqualTo(1_000);
    }

    @Test
    void a_call_of_an_unknown_name_fails_with_noproc() {
        Name<Message> nobody = new Name<>("nobody");
        Ask request = Ask.forState();
        assertThat(Failures.ofExit(() -> call(nobody, request)))
                .isEqualTo(new ExitReason.InCall(ExitReason.NOPROC, nobody, request));
    }

    @Test
    void a_call_of_an_ended_server_fails_with_noproc() {
        GenServer.stop(server);
        assertThat(Failures.ofCall(() -> call(server, Ask.forState())).reason())
                .isEqualTo(ExitReason.NOPROC);
    }

    @Test
    void a_cast_to_nobody_is_silent() {
        GenServer.stop(server);
        cast(server, Tell.toAdd(1));
        cast(new Name<Message>("nobody"), Tell.toAdd(1));
        assertThat(isAlive(server)).isFalse();
    }

    @Test
    void a_server_that_calls_itself_fails_with_calling_self() {
        Ask callSelf = new Ask((_, _, _) -> callOfSelf());
        assertThat(Failures.ofCall(() -> call(server, callSelf)).reason())
                .isEqualTo(new ExitReason.InCall(ExitReason.CALLING_SELF, server, NESTED));
    }

    @Test
    void a_server_that_calls_its_own_name_fails_with_calling_self() {
        Name<Message> name = new Name<>("calls_its_own_name");
        start(ScriptedServer::new, name);
        Ask callSelf = new Ask((_, _, _) -> callOf(name));
        assertThat(Failures.ofCall(() -> call(name, callSelf)).reason())
                .isEqualTo(new ExitReason.InCall(ExitReason.CALLING_SELF, name, NESTED));
    }

    @Test
    void a_thread_that_calls_itself_fails_with_calling_self() {
        Pid<Message> test = self();
        assertThat(Failures.ofCall(() -> call(test, NESTED)).reason())
                .isEqualTo(ExitReason.CALLING_SELF);
    }

    @Test
    void a_call_fails_with_timeout_when_the_answer_does_not_come_in_time() {
        Gate gate = new Gate();
        occupy(server, gate::pass);
        Duration timeout = Duration.ofMillis(20);
        long before = System.nanoTime();
        assertThat(Failures.ofCall(() -> call(server, Ask.forState(), timeout)).reason())
                .isEqualTo(ExitReason.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(timeout);
        gate.open();
    }

    @Test
    void an_answer_that_comes_too_late_is_dropped_and_the_server_lives() {
        Gate gate = new Gate();
        occupy(server, gate::pass);
        assertThat(Failures.ofCall(() -> call(server, Ask.forAnswer(1), Duration.ZERO)).reason())
                .isEqualTo(ExitReason.TIMEOUT);
        gate.open();
        assertThat(call(server, Ask.forState())).isEqualTo(1);
        assertThat(receive(Object.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void a_server_outlives_a_caller_that_is_killed_while_it_waits() {
        Gate gate = new Gate();
        occupy(server, gate::pass);
        Pid<Object> client = spawn(() -> call(server, Ask.forAnswer(1)));
        Patience.untilQueued(server, 1);
        untilWaiting(client);
        assertThat(KillTest.reasonAfterKill(client)).isEqualTo(ExitReason.KILLED);
        gate.open();
        assertThat(call(server, Ask.forState())).isEqualTo(1);
    }

    @Test
    void a_client_that_does_not_catch_the_failure_ends_with_it() {
        Ask request = new Ask((_, _, state) -> GenServer.stop(ExitReason.NORMAL, state));
        assertThat(Patience.endOf(() -> call(server, request)))
                .isEqualTo(new ExitReason.InCall(ExitReason.NORMAL, server, request));
    }

    @Test
    void a_negative_timeout_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(server, Ask.forState(), Duration.ofMillis(-1)))
                .withMessageContaining("cannot be negative");
    }

    @Test
    void the_longest_timeout_waits_as_if_there_were_none() {
        Gate gate = new Gate();
        occupy(server, gate::pass);
        Pid<Object> test = self();
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
        Pid<Object> client =
                spawn(() -> Processes.send(test, call(server, Ask.forAnswer(7), longest)));
        Patience.untilQueued(server, 1);
        untilWaiting(client);
        gate.open();
        assertThat(received(Integer.class)).isEqualTo(7);
    }

    @Test
    void a_linked_client_ends_with_its_server_before_it_sees_the_call_fail() {
        AtomicInteger failures = new AtomicInteger();
        for (int round = 0; round < 500; round++) {
            assertThat(Patience.endOf(() -> callLinked(failures))).isEqualTo(BOOM);
        }
        assertThat(failures).hasValue(0);
    }

    private static void callLinked(AtomicInteger failures) {
        Pid<Message> linked = GenServer.startLink(ScriptedServer::new).pid();
        try {
            call(linked, new Ask((_, _, state) -> GenServer.stop(BOOM, state)));
        } catch (Exit failure) {
            failures.incrementAndGet();
        }
        receive();
    }

    /** Keeps a cast from being handled before those that were sent before it. */
    private static Next<Integer> inOrder(int state, int number) {
        assertThat(number).isEqualTo(state + 1);
        return GenServer.noreply(number);
    }

    private static Next<Integer> callOfSelf() {
        Pid<Message> self = self();
        return callOf(self);
    }

    private static Next<Integer> callOf(ServerRef<Message> server) {
        return GenServer.noreply(call(server, NESTED));
    }
}
