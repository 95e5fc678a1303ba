package otp;

import static otp.GenServer.call;
import static otp.GenServer.cast;
import static otp.GenServer.start;
import static otp.Patience.occupy;
import static otp.Patience.received;
import static otp.Patience.until;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Callers of a server with a crowd before it go on once they are answered, whatever it does. */
@RuntimeTest
class AnsweredCallersTest {

    private static final int CROWD = 2_000;

    private final Gate end = new Gate();
    private final List<Pid<?>> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        end.open();
        started.forEach(process -> Processes.exit(process, ExitReason.KILL));
    }

    @Test
    void go_on_while_the_server_serves() {
        allGoOn(this::startClient, _ -> {});
    }

    @Test
    void go_on_while_the_server_is_held_by_its_next_message() {
        allGoOn(this::startClient, server -> cast(server, Tell.toRun(end::pass)));
    }

    @Test
    void go_on_although_the_server_has_crashed() {
        allGoOn(this::startClient, server -> cast(server, Tell.toRun(AnsweredCallersTest::crash)));
    }

    @Test
    void go_on_although_the_server_is_held_if_they_are_threads_without_a_process() {
        allGoOn(Thread::startVirtualThread, server -> cast(server, Tell.toRun(end::pass)));
    }

    @Test
    void go_on_although_the_server_is_held_if_they_ask_by_threads_of_the_system() {
        allGoOn(Thread.ofPlatform()::start, server -> cast(server, Tell.toRun(end::pass)));
    }

    private static void crash() {
        throw new IllegalStateException("crashed after the answers");
    }

    private void startClient(Runnable work) {
        started.add(spawn(work));
    }

    /** Has a crowd wait for answers, and the server do something as soon as it has answered all. */
    private void allGoOn(Consumer<Runnable> startClient, Consumer<Pid<Message>> afterwards) {
        Pid<Object> test = self();
        Pid<Message> server = start(ScriptedServer::new).pid();
        started.add(server);
        Gate begin = new Gate();
        occupy(server, begin::pass);
        for (int client = 0; client < CROWD; client++) {
            startClient.accept(() -> {
                // The first may wait until the last has been started.
                call(server, Ask.forAnswer(1), Patience.LIMIT);
                send(test, "goes on");
            });
        }
        until(() -> ((LocalProcess<?>) server).mailbox().size() == CROWD);
        afterwards.accept(server);
        begin.open();
        for (int client = 0; client < CROWD; client++) {
            received(String.class);
        }
    }
}
