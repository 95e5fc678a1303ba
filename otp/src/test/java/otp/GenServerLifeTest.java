package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.GenServer.call;
import static otp.GenServer.start;
import static otp.GenServer.startLink;
import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;
import static otp.Processes.trapExits;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;

/** What is neither called nor cast, and how a server lives with its parent. */
@RuntimeTest
class GenServerLifeTest {

    private static final ExitReason BOOM = ExitReason.of("boom");

    /** Passes on what it is told beside its calls and casts. */
    private static final class Listener extends ScriptedServer {

        private final boolean traps;
        private final Pid<Object> audience;

        Listener(boolean traps, Pid<Object> audience) {
            this.traps = traps;
            this.audience = audience;
        }

        @Override
        protected Init<Integer> init() throws Exception {
            trapExits(traps);
            return super.init();
        }

        @Override
        protected Next<Integer> handleInfo(Object message, Integer state) {
            send(audience, message);
            return noreply(state);
        }
    }

    @Test
    void what_is_sent_without_call_or_cast_comes_to_handle_info() {
        Pid<Object> test = self();
        sendRaw(start(() -> new Listener(false, test)).pid(), "hello");
        assertThat(received(String.class)).isEqualTo("hello");
    }

    @Test
    void a_server_is_told_of_the_ends_that_it_monitors() {
        Pid<Object> test = self();
        Pid<Message> server = start(() -> new Listener(false, test)).pid();
        Pid<Object> monitored = spawn(Processes::receive);
        call(server, after(() -> monitor(monitored)));
        exit(monitored, BOOM);
        assertThat(received(Down.class).reason()).isEqualTo(BOOM);
        assertThat(isAlive(server)).isTrue();
    }

    @Test
    void a_server_that_traps_exits_is_told_of_those_that_are_not_its_parents() {
        Pid<Object> test = self();
        Pid<Message> server = start(() -> new Listener(true, test)).pid();
        exit(server, BOOM);
        assertThat(received(ExitMessage.class)).isEqualTo(new ExitMessage(test, BOOM));
        assertThat(call(server, Ask.forAnswer(1))).isEqualTo(1);
    }

    @Test
    void a_server_that_traps_exits_stops_when_its_parent_asks_it_to() {
        trapExits(true);
        Pid<Object> test = self();
        Pid<Message> server = startLink(() -> new Listener(true, test)).pid();
        exit(server, ExitReason.SHUTDOWN);
        assertThat(received(ExitMessage.class))
                .isEqualTo(new ExitMessage(server, ExitReason.SHUTDOWN));
    }

    @Test
    void a_server_that_traps_exits_stops_with_its_parent_even_if_that_ends_normally() {
        Monitor ofServer = monitor(orphan(true));
        assertThat(reasonOf(ofServer)).isIn(ExitReason.NORMAL, ExitReason.NOPROC);
    }

    @Test
    void a_server_that_traps_no_exits_outlives_a_parent_that_ends_normally() {
        Pid<Message> server = orphan(false);
        assertThat(call(server, Ask.forAnswer(1))).isEqualTo(1);
    }

    @Test
    void a_server_handles_one_message_at_a_time() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        int clients = 50;
        Pid<Object> test = self();
        for (int client = 0; client < clients; client++) {
            spawn(() -> {
                for (int count = 0; count < 100; count++) {
                    call(server, new Ask(GenServerLifeTest::increment));
                }
                send(test, "done");
            });
        }
        for (int client = 0; client < clients; client++) {
            received(String.class);
        }
        assertThat(call(server, Ask.forState())).isEqualTo(clients * 100);
    }

    @Test
    void a_server_that_expects_no_other_messages_logs_and_drops_them() {
        try (CapturedLog log = new CapturedLog()) {
            Pid<Message> server = start(ScriptedServer::new).pid();
            sendRaw(server, "stray");
            assertThat(call(server, Ask.forAnswer(1))).isEqualTo(1);
            assertThat(log.warnings())
                    .containsExactly("ScriptedServer received what it does not expect: stray");
        }
    }

    private static Next<Integer> increment(ScriptedServer server, Ask request, int state) {
        return GenServer.reply(request, state + 1, state + 1);
    }

    private static Ask after(Runnable code) {
        return new Ask((_, request, state) -> {
            code.run();
            return GenServer.reply(request, 0, state);
        });
    }

    /** Starts a server whose parent has ended normally. */
    private static Pid<Message> orphan(boolean traps) {
        Pid<Object> test = self();
        Gate gate = new Gate();
        Pid<Object> parent =
                spawn(() -> {
                    send(test, startLink(() -> new Listener(traps, test)));
                    gate.pass();
                });
        Start<?> started = received(Start.class);
        Monitor monitor = monitor(parent);
        gate.open();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.NORMAL);
        return pidOf(started);
    }

    @SuppressWarnings("unchecked")
    private static Pid<Message> pidOf(Start<?> started) {
        return (Pid<Message>) started.pid();
    }

    @SuppressWarnings("unchecked")
    private static void sendRaw(Pid<?> server, Object message) {
        send((Pid<Object>) server, message);
    }
}
