package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Patience.endOf;
import static otp.Patience.inProcess;
import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Processes.isAlive;
import static otp.Processes.list;
import static otp.Processes.monitor;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

@RuntimeTest
class ProcessesTest {

    @Test
    void a_process_runs_beside_the_one_that_spawned_it() {
        Pid<Object> test = self();
        Gate gate = new Gate();
        spawn(() -> {
            gate.pass();
            send(test, "passed");
        });
        gate.open();
        assertThat(received(String.class)).isEqualTo("passed");
    }

    @Test
    void self_is_the_pid_that_spawn_returned() {
        Pid<Object> test = self();
        Pid<Object> process = spawn(() -> send(test, self()));
        assertThat(received(Pid.class)).isSameAs(process);
    }

    @Test
    void self_stays_the_same() {
        assertThat(inProcess(() -> self() == self())).isTrue();
        assertThat((Object) self()).isSameAs(self());
    }

    @Test
    void a_pid_prints_as_in_erlang() {
        assertThat(self().toString()).matches("#PID<0\\.\\d+\\.0>");
    }

    @Test
    void no_two_processes_have_one_pid() {
        Set<Pid<?>> pids = new HashSet<>();
        Set<String> prints = new HashSet<>();
        IntStream.range(0, 10_000)
                .mapToObj(_ -> spawn(() -> {}))
                .forEach(pid -> {
                    pids.add(pid);
                    prints.add(pid.toString());
                });
        assertThat(pids).hasSize(10_000);
        assertThat(prints).hasSize(10_000);
    }

    @Test
    void a_process_ends_normally_when_its_body_returns() {
        assertThat(endOf(() -> {})).isEqualTo(ExitReason.NORMAL);
    }

    @Test
    void a_process_is_alive_and_listed_until_it_ends() {
        Gate gate = new Gate();
        Pid<Object> process = spawn(gate::pass);
        Monitor monitor = monitor(process);
        assertThat(isAlive(process)).isTrue();
        assertThat(list().contains(process)).isTrue();

        gate.open();
        reasonOf(monitor);

        assertThat(isAlive(process)).isFalse();
        assertThat(list().contains(process)).isFalse();
    }

    @Test
    void the_calling_process_is_listed() {
        Pid<?> test = self();
        assertThat(list().contains(test)).isTrue();
        assertThat(inProcess(() -> list().contains(self()))).isTrue();
    }

    @Test
    void a_message_to_a_process_that_has_ended_is_dropped() {
        Pid<Object> process = spawn(() -> {});
        reasonOf(monitor(process));
        send(process, "too late");
        assertThat(isAlive(process)).isFalse();
    }

    @Test
    void a_message_to_a_name_goes_to_whoever_has_it() {
        Name<Object> name = new Name<>("a_message_to_a_name");
        Processes.register(self(), name);
        send(name, "by name");
        assertThat(received(String.class)).isEqualTo("by name");
    }

    @Test
    void a_message_to_an_unknown_name_is_refused_with_the_name() {
        assertThatThrownBy(() -> send(new Name<>("nobody"), "hello"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(":nobody");
    }
}
