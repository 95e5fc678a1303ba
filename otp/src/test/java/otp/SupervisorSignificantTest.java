package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static otp.AutoShutdown.ALL_SIGNIFICANT;
import static otp.AutoShutdown.ANY_SIGNIFICANT;
import static otp.Patience.reasonOf;
import static otp.Processes.isAlive;
import static otp.Supervisor.countChildren;
import static otp.SupervisorFlags.oneForAll;
import static otp.SupervisorFlags.oneForOne;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supervisor that ends itself when the work of its significant children is done. */
@RuntimeTest
class SupervisorSignificantTest {

    private final Family family = new Family();

    private ChildSpec<?> significant(String id, Restart restart) {
        return family.member(id, restart).withSignificant(true);
    }

    private ChildSpec<?> significant(String id) {
        return significant(id, Restart.TRANSIENT);
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSIENT, normal, false", "TRANSIENT, shutdown, false", "TRANSIENT, boom, true",
        "TEMPORARY, normal, false", "TEMPORARY, shutdown, false", "TEMPORARY, boom, false"
    })
    void it_ends_itself_when_a_significant_child_has_ended_for_good(
            Restart restart, String reason, boolean livesOn) {
        Pid<Supervisor.Message> supervisor =
                family.supervise(
                        oneForOne().autoShutdown(ANY_SIGNIFICANT),
                        family.member("a"),
                        significant("b", restart));
        Monitor monitor = Processes.monitor(supervisor);
        family.end("b", ExitReason.of(reason));
        if (livesOn) {
            assertThat(countChildren(supervisor).active()).isEqualTo(2);
        } else {
            assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
            assertThat(family.events()).containsExactly("start a", "start b", "stop b", "stop a");
        }
    }

    @Test
    void a_specification_says_that_its_child_is_significant() {
        assertThat(significant("a")).hasToString("ChildSpec[a, transient significant worker]");
    }

    @Test
    void the_end_of_other_children_is_not_its_own() {
        Pid<Supervisor.Message> supervisor =
                family.supervise(
                        oneForOne().autoShutdown(ANY_SIGNIFICANT),
                        family.member("a", Restart.TRANSIENT),
                        significant("b"));
        family.end("a", ExitReason.NORMAL);
        assertThat(countChildren(supervisor).active()).isOne();
    }

    @Test
    void it_waits_for_all_significant_children_if_it_is_to() {
        Pid<Supervisor.Message> supervisor =
                family.supervise(
                        oneForOne().autoShutdown(ALL_SIGNIFICANT),
                        significant("a"),
                        significant("b"),
                        family.member("c"));
        Monitor monitor = Processes.monitor(supervisor);
        family.end("a", ExitReason.NORMAL);
        assertThat(countChildren(supervisor).active()).isEqualTo(2);
        family.end("b", ExitReason.NORMAL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.SHUTDOWN);
    }

    @Test
    void a_child_that_was_terminated_does_not_count() {
        Pid<Supervisor.Message> supervisor =
                family.supervise(oneForOne().autoShutdown(ANY_SIGNIFICANT), significant("a"));
        Supervisor.terminateChild(supervisor, "a");
        assertThat(countChildren(supervisor).active()).isZero();
    }

    @Test
    void a_child_that_ends_with_its_siblings_does_not_count() {
        Pid<Supervisor.Message> supervisor =
                family.supervise(
                        oneForAll().autoShutdown(ANY_SIGNIFICANT),
                        significant("a", Restart.TEMPORARY),
                        family.member("b"));
        family.kill("b");
        assertThat(countChildren(supervisor).specs()).isOne();
        assertThat(isAlive(supervisor)).isTrue();
    }

    @Test
    void a_significant_child_needs_a_supervisor_that_ends_itself() {
        Processes.trapExits(true);
        Start<?> start = Supervisor.startLink(oneForOne(), significant("a"));
        ExitReason refusal =
                ExitReason.of(
                        "child a is significant, but its supervisor never shuts down by itself:"
                                + " set autoShutdown");
        assertThat(start).isEqualTo(new Start.Failed<>(refusal));
        assertThat(family.events()).isEmpty();

        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne());
        assertThat(Supervisor.startChild(supervisor, significant("a")))
                .isEqualTo(new Start.Failed<>(refusal));
    }

    @Test
    void a_permanent_child_cannot_be_significant() {
        Processes.trapExits(true);
        SupervisorFlags flags = oneForOne().autoShutdown(ALL_SIGNIFICANT);
        assertThat(Supervisor.startLink(flags, significant("a", Restart.PERMANENT)))
                .isEqualTo(
                        new Start.Failed<>(
                                ExitReason.of(
                                        "child a is significant, but permanent, so it never ends"
                                                + " for good: make it transient")));
    }

    @Test
    void a_dynamic_supervisor_does_not_end_itself() {
        SupervisorFlags flags = oneForOne().autoShutdown(ANY_SIGNIFICANT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DynamicSupervisorFlags(flags, 1))
                .withMessage(
                        "a dynamic supervisor does not end itself, but was given ANY_SIGNIFICANT");
    }
}
