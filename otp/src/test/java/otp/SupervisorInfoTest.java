package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import otp.Supervisor.ChildInfo.Status;

import java.util.List;
import java.util.Optional;

@RuntimeTest
class SupervisorInfoTest {

    private final Family family = new Family();

    @Test
    void a_supervisor_tells_its_flags_and_its_children_in_their_order() {
        Pid<Supervisor.Message> supervisor =
                family.supervise(
                        SupervisorFlags.restForOne().maxRestarts(7).maxSeconds(9),
                        family.member("a"),
                        family.member("b", Restart.TEMPORARY));
        SupervisorInfo info = SupervisorInfo.of(supervisor, Patience.LIMIT);
        assertThat(info.strategy()).isEqualTo(Strategy.REST_FOR_ONE);
        assertThat(info.maxRestarts()).isEqualTo(7);
        assertThat(info.maxSeconds()).isEqualTo(9);
        assertThat(info.restarts()).isZero();
        assertThat(info.pid()).isEqualTo(supervisor);
        assertThat(info.children())
                .extracting(SupervisorInfo.Child::id, SupervisorInfo.Child::restart)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Optional.of("a"), Restart.PERMANENT),
                        org.assertj.core.groups.Tuple.tuple(Optional.of("b"), Restart.TEMPORARY));
        assertThat(info.children())
                .allMatch(child -> child.status() == Status.RUNNING && child.pid().isPresent());
    }

    @Test
    void the_children_of_a_dynamic_supervisor_have_no_ids() {
        Pid<DynamicSupervisor.Message> supervisor =
                family.supervise(DynamicSupervisorFlags.oneForOne());
        Pid<?> child = DynamicSupervisor.startChild(supervisor, family.member("a")).pid();
        assertThat(SupervisorInfo.of(supervisor, Patience.LIMIT).children())
                .isEqualTo(
                        List.of(
                                new SupervisorInfo.Child(
                                        Optional.empty(),
                                        Optional.of(child),
                                        Status.RUNNING,
                                        ChildSpec.Type.WORKER,
                                        Restart.PERMANENT)));
    }

    @Test
    void what_is_no_supervisor_is_refused() {
        Pid<?> server = GenServer.start(ScriptedServer::new).pid();
        assertThatThrownBy(() -> SupervisorInfo.of(server, Patience.LIMIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(server + " is no running supervisor: give the pid or the name of one");
    }
}
