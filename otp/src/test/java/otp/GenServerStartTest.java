package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.GenServer.start;
import static otp.GenServer.startLink;
import static otp.KillTest.reasonAfterKill;
import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

@RuntimeTest
class GenServerStartTest {

    private static final Name<Message> NAME = new Name<>("gen_server_start");

    private final Gate gate = new Gate();

    @AfterEach
    void freeTheName() {
        whereis(NAME).ifPresent(KillTest::reasonAfterKill);
    }

    @Test
    void a_server_is_created_and_begun_in_its_own_process() {
        Pid<Object> test = self();
        Supplier<ScriptedServer> creation =
                () -> {
                    send(test, self());
                    return server(() -> send(test, self()));
                };
        Pid<Message> server = start(creation).pid();
        assertThat(received(Pid.class)).isSameAs(server);
        assertThat(received(Pid.class)).isSameAs(server);
    }

    @Test
    void start_waits_for_init() {
        Pid<Object> test = self();
        AtomicBoolean initialised = new AtomicBoolean();
        Pid<Object> starter =
                spawn(() -> {
                    start(() ->
                            server(() -> {
                                send(test, "in init");
                                gate.pass();
                                initialised.set(true);
                            }));
                    send(test, initialised.get());
                });
        received(String.class);
        Patience.untilWaiting(starter);
        assertThat(receive(Boolean.class, Duration.ZERO)).isEmpty();
        gate.open();
        assertThat(received(Boolean.class)).isTrue();
    }

    @Test
    void a_server_has_its_name_before_its_init() {
        Pid<Object> test = self();
        Pid<Message> server =
                start(() -> server(() -> send(test, whereis(NAME).orElseThrow())), NAME).pid();
        assertThat(received(Pid.class)).isSameAs(server);
        assertThat(whereis(NAME)).contains(server);
    }

    @Test
    void a_server_is_linked_to_its_parent_before_its_init() {
        Pid<Object> test = self();
        Pid<Object> parent = spawn(() -> startLink(() -> server(() -> announceSelfAndWait(test))));
        Monitor ofServer = monitor(received(Pid.class));
        reasonAfterKill(parent);
        assertThat(reasonOf(ofServer)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void a_server_that_was_started_without_a_link_outlives_its_starter() {
        Pid<Object> test = self();
        Pid<Object> starter =
                spawn(() -> {
                    send(test, start(ScriptedServer::new).pid());
                    throw new Exit(ExitReason.of("boom"));
                });
        Monitor ofStarter = monitor(starter);
        Pid<Message> server = startedServer();
        reasonOf(ofStarter);
        assertThat(GenServer.call(server, Ask.forAnswer(1))).isEqualTo(1);
        assertThat(isAlive(server)).isTrue();
    }

    @Test
    void each_start_creates_a_server_of_its_own() {
        Pid<Message> first = start(ScriptedServer::new).pid();
        Pid<Message> second = start(ScriptedServer::new).pid();
        GenServer.cast(first, ScriptedServer.Tell.toAdd(5));
        assertThat(GenServer.call(first, Ask.forState())).isEqualTo(5);
        assertThat(GenServer.call(second, Ask.forState())).isZero();
    }

    @Test
    void a_second_server_of_one_name_is_already_started_and_never_created() {
        Pid<Message> holder = start(ScriptedServer::new, NAME).pid();
        AtomicBoolean created = new AtomicBoolean();
        Supplier<ScriptedServer> second =
                () -> {
                    created.set(true);
                    return new ScriptedServer();
                };
        assertThat(start(second, NAME)).isEqualTo(new Start.AlreadyStarted<>(holder));
        assertThat(startLink(second, NAME)).isEqualTo(new Start.AlreadyStarted<>(holder));
        assertThat(created).isFalse();
        assertThat(whereis(NAME)).contains(holder);
    }

    @Test
    void a_parent_that_traps_exits_gets_none_from_a_server_that_was_already_started() {
        trapExits(true);
        start(ScriptedServer::new, NAME);
        for (int round = 0; round < 100; round++) {
            assertThat(startLink(ScriptedServer::new, NAME))
                    .isInstanceOf(Start.AlreadyStarted.class);
        }
        Pid<Object> last = Processes.spawnLink(() -> {});
        assertThat(received(ExitMessage.class)).isEqualTo(new ExitMessage(last, ExitReason.NORMAL));
    }

    @Test
    void of_many_servers_started_at_once_under_one_name_one_runs() {
        Pid<Object> test = self();
        for (int starter = 0; starter < 100; starter++) {
            spawn(() -> send(test, start(ScriptedServer::new, NAME)));
        }
        int running = 0;
        for (int starter = 0; starter < 100; starter++) {
            running += received(Start.class) instanceof Start.Ok ? 1 : 0;
        }
        assertThat(running).isEqualTo(1);
    }

    @Test
    void a_server_killed_in_its_init_fails_to_start() {
        Supplier<ScriptedServer> suicide = () -> server(() -> exit(self(), ExitReason.KILL));
        assertThat(start(suicide, NAME)).isEqualTo(new Start.Failed<>(ExitReason.KILLED));
        assertThat(whereis(NAME)).isEmpty();
    }

    @Test
    void the_pid_of_a_start_is_that_of_the_running_server_or_an_exit() {
        Pid<Object> test = self();
        assertThat(Failures.ofExit(new Start.Failed<>(ExitReason.of("boom"))::pid))
                .isEqualTo(ExitReason.of("boom"));
        assertThat(Failures.ofExit(new Start.Ignore<>()::pid).toString()).contains("ignored");
        assertThat(Failures.ofExit(new Start.AlreadyStarted<>(test)::pid).toString())
                .contains("already started", test.toString());
    }

    private static ScriptedServer server(Runnable init) {
        return new ScriptedServer() {
            @Override
            protected Init<Integer> init() {
                init.run();
                return ok(0);
            }
        };
    }

    private void announceSelfAndWait(Pid<Object> test) {
        send(test, self());
        gate.pass();
    }

    @SuppressWarnings("unchecked")
    private static Pid<Message> startedServer() {
        return received(Pid.class);
    }
}
