package otp;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** However busy some processes keep each other, all others have their turn. */
@RuntimeTest
class FairnessTest {

    private static final int SERVERS = 2 * Runtime.getRuntime().availableProcessors();
    private static final int CLIENTS = 20;
    private static final int CROWD = 10_000;

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

    @Test
    void processes_that_look_again_and_again_let_others_run_and_can_be_killed() {
        EtsTable<String, Integer> table = Ets.create(EtsOptions.set().access(EtsAccess.PUBLIC));
        EtsName<String, Integer> noTable = new EtsName<>("no table");
        Registry<Object, String> registry = new Registry<>("polled");
        Pid<Void> running = registry.startLink(Registry.Keys.UNIQUE).pid();
        Map<String, Runnable> looks =
                Map.of(
                        "Ets.lookup", () -> Ets.lookup(table, "nothing"),
                        "Ets.member", () -> Ets.member(table, "nothing"),
                        "Ets.tab2list", () -> Ets.tab2list(table),
                        "Ets.whereis", () -> Ets.whereis(noTable),
                        "Ets.info", () -> Ets.info(noTable),
                        "Registry.whereis", () -> registry.whereis("nobody"),
                        "Registry.lookup", () -> registry.lookup("nobody"),
                        "Registry.count", registry::count,
                        "Processes.whereis", () -> Processes.whereis(new Name<>("nobody")),
                        "Processes.list", Processes::list);
        looks.forEach(this::othersRunBeside);
        othersRunBeside("Processes.whereis, interrupted", FairnessTest::lookInterrupted);
        othersRunBeside("isSupervisor", () -> SupervisorInfo.isSupervisor(running));
        GenServer.stop(running);
    }

    /** An interrupt that is no exit signal lets nobody pass by those who wait. */
    private static void lookInterrupted() {
        Thread.currentThread().interrupt();
        Processes.whereis(new Name<>("nobody"));
    }

    private void othersRunBeside(String name, Runnable look) {
        othersRunBesideProcesses(name, () -> spawn(() -> doForEver(look)));
    }

    @Test
    void servers_that_go_on_without_a_message_let_others_run_and_can_be_killed() {
        Map<String, Action> actions =
                Map.of(
                        "continueWith", GenServer.continueWith("more"),
                        "timeout", GenServer.timeout(Duration.ZERO));
        actions.forEach((name, action) ->
                othersRunBesideProcesses(name, () -> start(() -> new Restless(action)).pid()));
    }

    /** Does the same again after each callback. */
    private static final class Restless extends ScriptedServer {

        private final Action action;

        Restless(Action action) {
            this.action = action;
        }

        @Override
        protected Init<Integer> init() {
            return ok(0, action);
        }

        @Override
        protected Next<Integer> handleContinue(Object argument, Integer state) {
            return noreply(state, action);
        }

        @Override
        protected Next<Integer> handleInfo(Object message, Integer state) {
            return noreply(state, action);
        }
    }

    private void othersRunBesideProcesses(String name, Supplier<Pid<?>> begin) {
        Pid<Object> test = self();
        List<Pid<?>> looking = Stream.generate(begin).limit(SERVERS).toList();
        busy.addAll(looking);
        spawn(() -> send(test, name));
        assertThat(received(String.class)).isEqualTo(name);
        for (Pid<?> process : looking) {
            Monitor monitor = Processes.monitor(process);
            Processes.exit(process, ExitReason.KILL);
            assertThat(Patience.reasonOf(monitor)).as(name).isEqualTo(ExitReason.KILLED);
        }
    }

    private static void doForEver(Runnable action) {
        while (true) {
            action.run();
        }
    }

    @Test
    void ten_thousand_busy_processes_all_get_on_and_let_a_new_one_run() {
        Pid<Object> test = self();
        Pid<Message> server = start(ScriptedServer::new).pid();
        busy.add(server);
        for (int client = 0; client < CROWD; client++) {
            busy.add(
                    spawn(() -> {
                        call(server, Ask.forAnswer(1));
                        send(test, "got on");
                        doForEver(() -> call(server, Ask.forAnswer(1)));
                    }));
        }
        for (int client = 0; client < CROWD; client++) {
            received(String.class);
        }
        spawn(() -> send(test, "had its turn"));
        assertThat(received(String.class)).isEqualTo("had its turn");
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
