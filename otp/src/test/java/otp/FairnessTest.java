package otp;

import static otp.GenServer.call;
import static otp.GenServer.start;
import static otp.Patience.received;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** However busy some processes keep each other, all others have their turn. */
@RuntimeTest
class FairnessTest {

    private static final int SERVERS = 2 * Runtime.getRuntime().availableProcessors();
    private static final int CLIENTS = 20;

    private final List<Pid<?>> busy = new ArrayList<>();

    @AfterEach
    void endTheBusy() {
        busy.forEach(process -> Processes.exit(process, ExitReason.KILL));
    }

    @Test
    void a_thread_from_outside_can_spawn_beside_busy_processes() {
        Pid<Object> test = self();
        keepBusy();
        for (int round = 0; round < 5; round++) {
            spawn(() -> send(test, "had its turn"));
            received(String.class);
        }
    }

    @Test
    void a_timeout_passes_beside_busy_processes() {
        Pid<Object> test = self();
        busy.add(spawn(() -> announceTimeouts(test)));
        keepBusy();
        for (int round = 0; round < 10; round++) {
            received(String.class);
        }
    }

    /** Has processes call servers until they are killed; all begin at once. */
    private void keepBusy() {
        Gate begin = new Gate();
        for (int server = 0; server < SERVERS; server++) {
            Pid<Message> asked = start(ScriptedServer::new).pid();
            busy.add(asked);
            for (int client = 0; client < CLIENTS; client++) {
                busy.add(spawn(() -> callForEver(asked, begin)));
            }
        }
        begin.open();
    }

    private static void callForEver(Pid<Message> server, Gate begin) {
        begin.pass();
        while (true) {
            call(server, Ask.forAnswer(1));
        }
    }

    private static void announceTimeouts(Pid<Object> test) {
        while (Processes.receive(String.class, Duration.ofMillis(20)).isEmpty()) {
            send(test, "timeout");
        }
    }
}
