package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Supervisor.countChildren;
import static otp.SupervisorFlags.oneForOne;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import otp.Supervisor.ChildChange;

/** No id and no reason of a child does its supervisor any harm, whatever their methods do. */
@RuntimeTest
class SupervisorHostileTest {

    private final Family family = new Family();

    @ParameterizedTest
    @EnumSource
    void a_child_of_any_id_is_started_restarted_and_terminated(Hostility hostility) {
        HostileValue id = new HostileValue(hostility);
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne());
        Supervisor.startChild(supervisor, family.member("a").withId(id)).pid();
        family.kill("a");
        assertThat(countChildren(supervisor).active()).isOne();
        assertThat(Supervisor.terminateChild(supervisor, id)).isEqualTo(ChildChange.OK);
        assertThat(Supervisor.deleteChild(supervisor, id)).isEqualTo(ChildChange.OK);
    }

    @ParameterizedTest
    @EnumSource
    void ids_that_cannot_be_compared_are_not_equal(Hostility hostility) {
        Pid<Supervisor.Message> supervisor =
                family.supervise(
                        oneForOne(), family.member("a").withId(new HostileValue(hostility)));
        assertThat(Supervisor.terminateChild(supervisor, new HostileValue(hostility)))
                .isEqualTo(ChildChange.NOT_FOUND);
        assertThat(SupervisionTree.of(supervisor)).contains("an unprintable otp.HostileValue");
    }

    @ParameterizedTest
    @EnumSource
    void a_child_may_end_with_any_reason(Hostility hostility) {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne(), family.member("a"));
        Monitor monitor = Processes.monitor(family.pid("a"));
        ExitReason reason = ExitReason.of(new HostileValue(hostility));
        GenServer.cast(
                family.pid("a"),
                new ScriptedServer.Tell((_, _, state) -> GenServer.stop(reason, state)));
        assertThat(Patience.reasonOf(monitor)).isSameAs(reason);
        assertThat(countChildren(supervisor).active()).isOne();
        assertThat(Supervisor.terminateChild(supervisor, "a")).isEqualTo(ChildChange.OK);
    }

    @Test
    void a_start_function_that_returns_no_pid_fails_the_start_alone() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne());
        family.onNextStart("a", () -> new Start.Ok<>(null));
        assertThat(Supervisor.startChild(supervisor, family.member("a")).toString())
                .contains("a server that runs has a pid");
        assertThat(countChildren(supervisor).specs()).isZero();
    }

    @Test
    void ids_that_are_equal_mean_the_same_child() {
        record Id(String kind, int number) {}
        Pid<Supervisor.Message> supervisor =
                family.supervise(oneForOne(), family.member("a").withId(new Id("room", 1)));
        assertThat(Supervisor.terminateChild(supervisor, new Id("room", 2)))
                .isEqualTo(ChildChange.NOT_FOUND);
        assertThat(Supervisor.terminateChild(supervisor, new Id("room", 1)))
                .isEqualTo(ChildChange.OK);
    }
}
