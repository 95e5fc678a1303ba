package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.GenServer.call;
import static otp.GenServer.cast;
import static otp.GenServer.start;
import static otp.Patience.occupy;
import static otp.Patience.received;
import static otp.Patience.untilWaiting;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;

import java.time.Duration;

/** An interrupt that is no kill is none of the runtime's business. */
@RuntimeTest
class InterruptTest {

    @Test
    void a_process_that_interrupts_itself_still_receives() {
        Pid<Object> test = self();
        Pid<Object> process =
                spawn(() -> {
                    Thread.currentThread().interrupt();
                    send(test, receive());
                });
        untilWaiting(process);
        send(process, "hello");
        assertThat(received(String.class)).isEqualTo("hello");
    }

    @Test
    void a_process_that_interrupts_itself_does_not_spin() {
        Pid<Object> process =
                spawn(() -> {
                    Thread.currentThread().interrupt();
                    receive();
                });
        Thread thread = ((LocalProcess<?>) process).thread();
        Patience.until(() -> thread.getState() == Thread.State.WAITING);
        assertThat(KillTest.reasonAfterKill(process)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void a_waiting_process_that_somebody_interrupts_waits_on() {
        Pid<Object> test = self();
        Pid<Object> process = spawn(() -> send(test, receive()));
        untilWaiting(process);
        ((LocalProcess<?>) process).thread().interrupt();
        send(process, "hello");
        assertThat(received(String.class)).isEqualTo("hello");
    }

    @Test
    void a_process_that_interrupts_itself_still_gets_its_answers() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        Gate gate = new Gate();
        occupy(server, gate::pass);
        Pid<Object> test = self();
        Pid<Object> client =
                spawn(() -> {
                    Thread.currentThread().interrupt();
                    send(test, call(server, Ask.forAnswer(3)));
                });
        Patience.untilQueued(server, 1);
        untilWaiting(client);
        gate.open();
        assertThat(received(Integer.class)).isEqualTo(3);
    }

    @Test
    void a_server_that_interrupts_itself_serves_on() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        for (int round = 1; round <= 100; round++) {
            cast(server, Tell.toRun(() -> Thread.currentThread().interrupt()));
            assertThat(call(server, Ask.forAnswer(round))).isEqualTo(round);
        }
    }

    @Test
    void the_timeout_of_a_process_that_interrupts_itself_is_not_cut_short() {
        Duration timeout = Duration.ofMillis(30);
        long waited =
                Patience.inProcess(() -> {
                    Thread.currentThread().interrupt();
                    long before = System.nanoTime();
                    receive(String.class, timeout);
                    return System.nanoTime() - before;
                });
        assertThat(Duration.ofNanos(waited)).isGreaterThanOrEqualTo(timeout);
    }
}
