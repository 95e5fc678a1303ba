package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import otp.Supervisor.ChildInfo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

@RuntimeTest
class PartitionSupervisorTest {

    private final PartitionSupervisor<ScriptedServer.Message> servers =
            new PartitionSupervisor<>(FreshName.of("partition_supervisor_test"));

    private static ChildSpec<ScriptedServer.Message> child(int partition) {
        return ChildSpec.worker("ignored", () -> GenServer.startLink(ScriptedServer::new));
    }

    private void start(int partitions) {
        Processes.trapExits(true);
        servers.startLink(partitions, PartitionSupervisorTest::child).pid();
    }

    private List<Pid<?>> children() {
        return Supervisor.whichChildren(servers.supervisor()).reversed().stream()
                .flatMap(info -> info.pid().stream())
                .toList();
    }

    @Test
    void it_has_a_child_for_each_partition() {
        start(3);
        assertThat(servers.partitions()).isEqualTo(3);
        assertThat(Supervisor.whichChildren(servers.supervisor()))
                .extracting(ChildInfo::id)
                .containsExactly(2, 1, 0);
    }

    @Test
    void there_are_as_many_partitions_as_processors_by_default() {
        Processes.trapExits(true);
        servers.startLink(PartitionSupervisorTest::child).pid();
        assertThat(servers.partitions()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void a_number_belongs_to_the_partition_of_its_remainder() {
        start(3);
        List<Pid<?>> children = children();
        assertThat(List.of(0, 1, 2, 3, -1, Integer.MIN_VALUE))
                .extracting(key -> servers.whereisName(key).orElseThrow())
                .isEqualTo(
                        List.of(
                                children.get(0),
                                children.get(1),
                                children.get(2),
                                children.get(0),
                                children.get(1),
                                children.get(2)));
    }

    @Test
    void any_other_key_belongs_to_one_child_always() {
        start(4);
        Set<Pid<?>> used = new HashSet<>();
        IntStream.range(0, 100)
                .mapToObj(number -> "key " + number)
                .forEach(key -> {
                    Pid<?> child = servers.whereisName(key).orElseThrow();
                    assertThat(servers.whereisName(key)).contains(child);
                    used.add(child);
                });
        assertThat(used).hasSize(4);
    }

    @Test
    void a_child_is_called_by_a_key() {
        start(2);
        Via<ScriptedServer.Message> name = servers.via("a");
        GenServer.cast(name, ScriptedServer.Tell.toAdd(3));
        assertThat(GenServer.call(name, ScriptedServer.Ask.forState())).isEqualTo(3);
    }

    @Test
    void a_restarted_child_has_its_partition_again() {
        start(2);
        Pid<?> before = servers.whereisName(1).orElseThrow();
        Monitor monitor = Processes.monitor(before);
        Processes.exit(before, ExitReason.KILL);
        Patience.reasonOf(monitor);
        assertThat(children()).hasSize(2);
        assertThat(servers.whereisName(1)).isPresent().get().isNotEqualTo(before);
    }

    @Test
    void where_it_does_not_run_a_caller_gets_noproc() {
        assertThatExceptionOfType(Exit.class)
                .isThrownBy(() -> GenServer.call(servers.via(1), ScriptedServer.Ask.forState()))
                .extracting(Exit::reason)
                .isEqualTo(ExitReason.NOPROC);
        start(1);
        Supervisor.stop(servers.supervisor());
        assertThatExceptionOfType(Exit.class).isThrownBy(servers::partitions);
    }

    @Test
    void no_process_is_started_under_a_key() {
        start(1);
        assertThat(GenServer.start(ScriptedServer::new, servers.via("a")).toString())
                .contains("AlreadyStarted");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> servers.registerName("a", Processes.self()));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> servers.unregisterName("a"));
    }

    @Test
    void there_is_one_partition_at_least() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> servers.startLink(0, PartitionSupervisorTest::child))
                .withMessage("there has to be one partition at least, not 0");
    }

    @Test
    void it_is_a_child_of_a_supervisor_under_its_name() {
        Processes.trapExits(true);
        Supervisor.startLink(
                        SupervisorFlags.oneForOne(),
                        servers.childSpec(2, PartitionSupervisorTest::child))
                .pid();
        assertThat(servers.partitions()).isEqualTo(2);
    }
}
