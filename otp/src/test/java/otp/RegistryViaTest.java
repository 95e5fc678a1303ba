package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import static otp.GenServer.call;
import static otp.GenServer.cast;
import static otp.Registry.Keys.UNIQUE;

import org.junit.jupiter.api.Test;

import otp.Registry.ModuleKey;
import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;

import java.util.HashSet;
import java.util.Set;

@RuntimeTest
class RegistryViaTest {

    private final Registry<Message, Void> registry = new Registry<>(FreshName.of("via_test"));
    private final Via<Message> name = registry.via("server");

    private void startRegistry() {
        Processes.trapExits(true);
        registry.startLink(UNIQUE).pid();
    }

    @Test
    void a_server_is_started_called_and_cast_under_its_key() {
        startRegistry();
        Pid<Message> server = GenServer.start(ScriptedServer::new, name).pid();
        cast(name, Tell.toAdd(3));
        assertThat(call(name, Ask.forState())).isEqualTo(3);
        assertThat(registry.whereis("server")).contains(server);
    }

    @Test
    void a_key_that_is_taken_starts_no_second_server() {
        startRegistry();
        Pid<Message> server = GenServer.start(ScriptedServer::new, name).pid();
        assertThat(GenServer.start(ScriptedServer::new, name))
                .isEqualTo(new Start.AlreadyStarted<>(server));
    }

    @Test
    void the_key_is_free_as_soon_as_the_end_of_its_server_is_known() {
        startRegistry();
        Set<Pid<?>> servers = new HashSet<>();
        for (int round = 0; round < 1_000; round++) {
            Pid<Message> server = GenServer.start(ScriptedServer::new, name).pid();
            servers.add(server);
            Monitor monitor = Processes.monitor(server);
            Processes.exit(server, ExitReason.KILL);
            Patience.reasonOf(monitor);
        }
        assertThat(servers).hasSize(1_000);
    }

    @Test
    void a_server_that_ignores_its_start_leaves_the_key_free() {
        startRegistry();
        Start<Message> ignored =
                GenServer.start(
                        () ->
                                new ScriptedServer() {
                                    @Override
                                    protected Init<Integer> init() {
                                        return ignore();
                                    }
                                },
                        name);
        assertThat(ignored).isEqualTo(new Start.Ignore<>());
        assertThat(registry.count()).isZero();
    }

    @Test
    void servers_of_several_classes_share_a_registry() {
        startRegistry();
        Via<Message> scripted = registry.via(ScriptedServer.class, "a");
        GenServer.start(ScriptedServer::new, scripted).pid();
        assertThat(call(scripted, Ask.forAnswer(1))).isOne();
        assertThat(scripted.key()).isEqualTo(new ModuleKey(ScriptedServer.class, "a"));
        assertThat(scripted).hasToString("{:via, " + registry + ", {ScriptedServer, a}}");
    }

    @Test
    void a_call_to_a_key_that_nobody_has_fails_with_noproc() {
        startRegistry();
        assertThat(Failures.ofCall(() -> call(name, Ask.forState())).reason())
                .isEqualTo(ExitReason.NOPROC);
    }

    @Test
    void a_cast_does_not_fail_even_without_the_registry() {
        assertThatCode(() -> cast(name, Tell.toAdd(1))).doesNotThrowAnyException();
    }

    @Test
    void a_restarted_worker_has_its_key_again() {
        Processes.trapExits(true);
        Pid<Supervisor.Message> supervisor =
                Supervisor.startLink(
                                SupervisorFlags.restForOne().maxRestarts(1_000),
                                registry.childSpec(UNIQUE),
                                ChildSpec.worker(
                                        "worker",
                                        () -> GenServer.startLink(ScriptedServer::new, name)))
                        .pid();
        for (int round = 0; round < 500; round++) {
            Pid<?> worker = registry.whereis("server").orElseThrow();
            Monitor monitor = Processes.monitor(worker);
            Processes.exit(worker, ExitReason.KILL);
            Patience.reasonOf(monitor);
            assertThat(Supervisor.countChildren(supervisor).active()).isEqualTo(2);
            assertThat(registry.whereis("server")).isPresent().get().isNotEqualTo(worker);
        }
    }

    @Test
    void a_registry_under_a_supervisor_comes_back_empty_with_its_workers_after_it() {
        Processes.trapExits(true);
        Pid<Supervisor.Message> supervisor =
                Supervisor.startLink(
                                SupervisorFlags.restForOne(),
                                registry.childSpec(UNIQUE),
                                ChildSpec.worker(
                                        "worker",
                                        () -> GenServer.startLink(ScriptedServer::new, name)))
                        .pid();
        Pid<?> worker = registry.whereis("server").orElseThrow();
        Pid<Object> server = Processes.whereis(new Name<>(registry.name())).orElseThrow();
        Monitor monitor = Processes.monitor(server);
        Processes.exit(server, ExitReason.KILL);
        Patience.reasonOf(monitor);
        assertThat(Supervisor.countChildren(supervisor).active()).isEqualTo(2);
        assertThat(registry.whereis("server")).isPresent().get().isNotEqualTo(worker);
        assertThat(registry.count()).isOne();
    }
}
