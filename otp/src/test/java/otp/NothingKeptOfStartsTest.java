package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Hoards.hoard;
import static otp.Hoards.untilCollected;
import static otp.SupervisorFlags.oneForOne;

import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** What a process was started with is kept only for as long as it may be started again with it. */
@RuntimeTest
class NothingKeptOfStartsTest {

    private static final int TIMES = 100;

    private final List<WeakReference<Object>> hoards = new ArrayList<>();
    private final List<Object> started = new ArrayList<>();

    private void untilAllAreGone() {
        untilCollected(hoards);
        assertThat(started).isNotEmpty();
    }

    private ChildSpec<Agent.Message<Integer>> child(Object id, Restart restart) {
        byte[] hoard = hoard(hoards);
        return ChildSpec.worker(id, () -> Agent.startLink(() -> hoard.length)).withRestart(restart);
    }

    @Test
    void an_agent_keeps_nothing_of_what_its_first_state_was_made_of() {
        for (int round = 0; round < TIMES; round++) {
            byte[] hoard = hoard(hoards);
            started.add(Agent.start(() -> hoard.length).pid());
        }
        untilAllAreGone();
    }

    @Test
    void a_supervisor_keeps_nothing_of_the_starts_of_temporary_children() {
        Pid<Supervisor.Message> supervisor = Supervisor.startLink(oneForOne()).pid();
        started.add(supervisor);
        for (int round = 0; round < TIMES; round++) {
            Supervisor.startChild(supervisor, child(round, Restart.TEMPORARY)).pid();
        }
        untilAllAreGone();
        assertThat(Supervisor.countChildren(supervisor).active()).isEqualTo(TIMES);
    }

    @Test
    void a_dynamic_supervisor_keeps_nothing_of_the_starts_of_temporary_children() {
        Pid<DynamicSupervisor.Message> supervisor =
                DynamicSupervisor.startLink(DynamicSupervisorFlags.oneForOne()).pid();
        started.add(supervisor);
        for (int round = 0; round < TIMES; round++) {
            DynamicSupervisor.startChild(supervisor, child(round, Restart.TEMPORARY)).pid();
        }
        untilAllAreGone();
        assertThat(DynamicSupervisor.countChildren(supervisor).active()).isEqualTo(TIMES);
    }

    @Test
    void the_specification_of_a_temporary_child_that_was_added_is_told_without_its_start() {
        Pid<Supervisor.Message> supervisor = Supervisor.startLink(oneForOne()).pid();
        Supervisor.startChild(supervisor, child("a", Restart.TEMPORARY)).pid();
        ChildSpec<?> told = Supervisor.getChildSpec(supervisor, "a").orElseThrow();
        assertThat(told.restart()).isEqualTo(Restart.TEMPORARY);
        assertThat(told.start().get()).isEqualTo(new Start.Failed<>(ExitReason.of("undefined")));
    }
}
