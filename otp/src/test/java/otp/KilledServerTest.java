package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.GenServer.call;
import static otp.GenServer.cast;
import static otp.GenServer.start;
import static otp.Patience.occupy;
import static otp.Patience.reasonOf;
import static otp.Patience.valueOf;
import static otp.Processes.exit;
import static otp.Processes.monitor;
import static otp.Processes.spawn;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

@RuntimeTest
class KilledServerTest {

    private final Pid<Message> server = start(ScriptedServer::new).pid();
    private final Gate gate = new Gate();

    @Test
    void a_killed_server_handles_no_message_more() {
        AtomicInteger handled = new AtomicInteger();
        Monitor monitor = monitor(server);
        occupy(server, gate::passStubbornly);
        for (int message = 0; message < 10; message++) {
            cast(server, Tell.toRun(handled::incrementAndGet));
        }
        Patience.untilQueued(server, 10);
        exit(server, ExitReason.KILL);
        gate.open();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
        assertThat(handled).hasValue(0);
    }

    @Test
    void a_killed_server_does_not_answer_the_call_that_it_was_handling() {
        Gate handling = new Gate();
        Ask request =
                new Ask((_, ask, state) -> {
                    handling.open();
                    gate.passStubbornly();
                    return GenServer.reply(ask, 1, state);
                });
        CompletableFuture<ExitReason> failure = new CompletableFuture<>();
        spawn(() -> failure.complete(Failures.ofCall(() -> call(server, request)).reason()));
        handling.pass();
        exit(server, ExitReason.KILL);
        gate.open();
        assertThat(valueOf(failure)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void a_hundred_clients_of_a_server_that_is_killed_get_an_answer_or_its_reason() {
        for (int round = 0; round < 20; round++) {
            Pid<Message> victim = start(ScriptedServer::new).pid();
            AtomicInteger answers = new AtomicInteger();
            List<CompletableFuture<ExitReason>> clients =
                    IntStream.range(0, 100).mapToObj(_ -> client(victim, answers)).toList();
            Patience.until(() -> answers.get() > 1_000);
            exit(victim, ExitReason.KILL);
            assertThat(clients)
                    .extracting(Patience::valueOf)
                    .isSubsetOf(ExitReason.KILLED, ExitReason.NOPROC);
        }
    }

    /** Calls a server until that fails; returns why it failed. */
    private static CompletableFuture<ExitReason> client(
            Pid<Message> victim, AtomicInteger answers) {
        CompletableFuture<ExitReason> failure = new CompletableFuture<>();
        spawn(() -> failure.complete(Failures.ofCall(() -> callForEver(victim, answers)).reason()));
        return failure;
    }

    private static void callForEver(Pid<Message> victim, AtomicInteger answers) {
        while (true) {
            assertThat(call(victim, Ask.forAnswer(1))).isEqualTo(1);
            answers.incrementAndGet();
        }
    }

    /** A call that has been taken is neither in the mailbox nor handled yet, for a moment. */
    @Test
    void no_call_is_lost_between_the_mailbox_and_its_handling() {
        for (int round = 0; round < 5_000; round++) {
            Pid<Message> waiting = start(PatientServer::new).pid();
            CompletableFuture<Boolean> over = new CompletableFuture<>();
            spawn(() -> {
                try {
                    call(waiting, PatientServer.ask(), GenServer.INFINITY);
                } finally {
                    over.complete(true);
                }
            });
            for (int turn = 0; turn < round; turn++) {
                Thread.onSpinWait();
            }
            exit(waiting, ExitReason.KILL);
            assertThat(valueOf(over)).isTrue();
        }
    }

    /** Waits for its messages with a timeout that never passes. */
    private static final class PatientServer extends ScriptedServer {

        @Override
        protected Init<Integer> init() {
            return ok(0, timeout(Patience.LIMIT));
        }

        static Ask ask() {
            return new Ask(
                    (_, request, state) -> reply(request, 1, state, timeout(Patience.LIMIT)));
        }
    }

    @Test
    void the_call_that_a_slowed_server_is_about_to_handle_fails_when_it_is_killed() {
        Sys.slowDown(server, Duration.ofDays(1));
        CompletableFuture<ExitReason> failure = new CompletableFuture<>();
        spawn(() ->
                failure.complete(
                        Failures.ofCall(() -> call(server, Ask.forState(), GenServer.INFINITY))
                                .reason()));
        Patience.until(
                () -> ((LocalProcess<?>) server).thread().getState() == Thread.State.WAITING);
        exit(server, ExitReason.KILL);
        assertThat(valueOf(failure)).isEqualTo(ExitReason.KILLED);
    }
}
