package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.reasonOf;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;

import java.util.List;

@RuntimeTest
class ProcessInfoTest {

    private static ProcessInfo infoOf(Pid<?> process) {
        return Processes.info(process).orElseThrow();
    }

    private static Pid<Message> server() {
        return GenServer.start(ScriptedServer::new).pid();
    }

    @Test
    void a_server_is_labelled_with_its_class() {
        Pid<Message> server = server();
        assertThat(infoOf(server).label()).isEqualTo("ScriptedServer");
        assertThat(infoOf(server).pid()).isEqualTo(server);
    }

    @Test
    void what_is_no_server_is_labelled_too() {
        assertThat(infoOf(Processes.spawn(Processes::receive)).label()).isEqualTo("Process");
        assertThat(infoOf(Processes.self()).label()).isEqualTo("Thread");
    }

    @Test
    void the_runtimes_own_servers_are_labelled_with_the_class_that_starts_them() {
        Processes.trapExits(true);
        Pid<?> supervisor = Supervisor.startLink(SupervisorFlags.oneForOne()).pid();
        Pid<?> dynamic = DynamicSupervisor.startLink(DynamicSupervisorFlags.oneForOne()).pid();
        Pid<?> registry =
                new Registry<>(FreshName.of("label")).startLink(Registry.Keys.UNIQUE).pid();
        assertThat(infoOf(supervisor).label()).isEqualTo("Supervisor");
        assertThat(infoOf(dynamic).label()).isEqualTo("DynamicSupervisor");
        assertThat(infoOf(registry).label()).isEqualTo("Registry");
    }

    @Test
    void a_name_is_told() {
        Name<Message> name = new Name<>(FreshName.of("info"));
        assertThat(infoOf(GenServer.start(ScriptedServer::new, name).pid()).name()).contains(name);
        assertThat(infoOf(server()).name()).isEmpty();
    }

    @Test
    void the_messages_that_wait_are_counted() {
        Pid<Message> server = server();
        Gate gate = new Gate();
        Gate busy = new Gate();
        GenServer.cast(
                server,
                Tell.toRun(() -> {
                    busy.open();
                    gate.pass();
                }));
        busy.pass();
        GenServer.cast(server, Tell.toAdd(1));
        GenServer.cast(server, Tell.toAdd(1));
        assertThat(infoOf(server).mailboxLength()).isEqualTo(2);
        gate.open();
    }

    @Test
    void links_are_told_on_both_sides() {
        Pid<Object> other = Processes.spawn(Processes::receive);
        Processes.link(other);
        assertThat(infoOf(other).links()).containsExactly(Processes.self());
        assertThat(infoOf(Processes.self()).links()).containsExactly(other);
        Processes.unlink(other);
        assertThat(infoOf(other).links()).isEmpty();
    }

    @Test
    void monitors_are_told_on_both_sides() {
        Pid<Object> other = Processes.spawn(Processes::receive);
        Monitor monitor = Processes.monitor(other);
        assertThat(infoOf(other).monitoredBy()).containsExactly(Processes.self());
        assertThat(infoOf(Processes.self()).monitors()).isEqualTo(List.of(other));
        Processes.demonitor(monitor);
        assertThat(infoOf(other).monitoredBy()).isEmpty();
        assertThat(infoOf(Processes.self()).monitors()).isEmpty();
    }

    @Test
    void whether_exits_are_trapped_is_told() {
        assertThat(infoOf(Processes.self()).trapsExits()).isFalse();
        Processes.trapExits(true);
        assertThat(infoOf(Processes.self()).trapsExits()).isTrue();
    }

    @Test
    void there_is_nothing_to_tell_of_an_ended_process() {
        Pid<Object> ended = Processes.spawn(() -> {});
        reasonOf(Processes.monitor(ended));
        assertThat(Processes.info(ended)).isEmpty();
    }
}
