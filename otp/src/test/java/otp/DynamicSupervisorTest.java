package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static otp.DynamicSupervisor.countChildren;
import static otp.DynamicSupervisor.getChildSpec;
import static otp.DynamicSupervisor.startChild;
import static otp.DynamicSupervisor.terminateChild;
import static otp.DynamicSupervisor.whichChildren;
import static otp.DynamicSupervisorFlags.oneForOne;

import org.junit.jupiter.api.Test;

import otp.Supervisor.ChildCount;
import otp.Supervisor.ChildInfo;
import otp.Supervisor.ChildInfo.Status;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

@RuntimeTest
class DynamicSupervisorTest {

    private final Family family = new Family();

    @Test
    void it_starts_without_children() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        assertThat(countChildren(supervisor)).isEqualTo(new ChildCount(0, 0, 0, 0));
        assertThat(whichChildren(supervisor)).isEmpty();
    }

    @Test
    void it_is_found_by_its_name() {
        Name<DynamicSupervisor.Message> name = new Name<>(FreshName.of("dynamic"));
        DynamicSupervisor.startLink(name, oneForOne()).pid();
        assertThat(startChild(name, family.member("a"))).isEqualTo(new Start.Ok<>(family.pid("a")));
    }

    @Test
    void a_start_where_there_is_no_supervisor_says_which_child_it_was_of() {
        Name<DynamicSupervisor.Message> nobody = new Name<>(FreshName.of("nobody"));
        assertThatExceptionOfType(Exit.class)
                .isThrownBy(() -> startChild(nobody, family.member("a")))
                .withMessageContaining("noproc (in a call of " + nobody)
                .withMessageContaining("ChildSpec[a, permanent worker]");
    }

    @Test
    void a_child_is_linked_with_the_supervisor() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        Pid<?> child = startChild(supervisor, family.member("a")).pid();
        assertThat(Processes.info(child).orElseThrow().links()).containsExactly(supervisor);
    }

    @Test
    void two_children_may_have_the_same_id() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        Pid<?> first = startChild(supervisor, family.member("a")).pid();
        Pid<?> second = startChild(supervisor, family.member("a")).pid();
        assertThat(first).isNotEqualTo(second);
        assertThat(countChildren(supervisor).active()).isEqualTo(2);
    }

    @Test
    void the_children_are_told_in_the_order_of_their_starts_and_without_ids() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        Pid<?> worker = startChild(supervisor, family.member("a")).pid();
        Pid<?> below = startChild(supervisor, emptySupervisor()).pid();
        assertThat(whichChildren(supervisor))
                .containsExactly(
                        info(worker, ChildSpec.Type.WORKER),
                        info(below, ChildSpec.Type.SUPERVISOR));
        assertThat(countChildren(supervisor)).isEqualTo(new ChildCount(2, 2, 1, 1));
    }

    @Test
    void a_child_is_specified_as_it_was_for_as_long_as_it_is_one() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        ChildSpec<?> spec = family.member("a").withShutdown(Shutdown.BRUTAL_KILL);
        Pid<?> child = startChild(supervisor, spec).pid();
        assertThat(getChildSpec(supervisor, child)).contains(spec);
        terminateChild(supervisor, child);
        assertThat(getChildSpec(supervisor, child)).isEmpty();
    }

    @Test
    void it_tells_the_flags_that_it_was_started_with() {
        DynamicSupervisorFlags flags = oneForOne().maxChildren(7).maxRestarts(1).maxSeconds(60);
        assertThat(DynamicSupervisor.getFlags(family.supervise(flags))).isEqualTo(flags);
    }

    private static ChildSpec<Supervisor.Message> emptySupervisor() {
        return ChildSpec.supervisor(
                "below", () -> Supervisor.startLink(SupervisorFlags.oneForOne()));
    }

    private static ChildInfo info(Pid<?> child, ChildSpec.Type type) {
        return new ChildInfo("undefined", Optional.of(child), Status.RUNNING, type);
    }

    @Test
    void a_child_without_any_time_to_shut_down_is_refused() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        assertThat(
                        startChild(
                                supervisor,
                                family.member("a").withShutdown(Shutdown.after(Duration.ZERO))))
                .isEqualTo(new Start.Failed<>(DynamicSupervisor.INVALID_SHUTDOWN));
    }

    @Test
    void there_are_no_more_children_than_max_children() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne().maxChildren(1));
        startChild(supervisor, family.member("a"));
        assertThat(startChild(supervisor, family.member("b")))
                .isEqualTo(new Start.Failed<>(DynamicSupervisor.MAX_CHILDREN));
        assertThat(family.events()).containsExactly("start a");
    }

    @Test
    void a_child_that_has_ended_for_good_makes_room_for_another() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne().maxChildren(1));
        startChild(supervisor, family.member("a", Restart.TEMPORARY));
        family.kill("a");
        assertThat(startChild(supervisor, family.member("b"))).isInstanceOf(Start.Ok.class);
    }

    @Test
    void max_children_counts_a_child_that_is_being_restarted() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne().maxChildren(1));
        startChild(supervisor, family.member("a"));
        Gate gate = new Gate();
        family.onNextStart(
                "a",
                () -> {
                    gate.pass();
                    return new Start.Failed<>(Family.BOOM);
                });
        family.kill("a");
        CompletableFuture<Start<?>> refused = new CompletableFuture<>();
        Processes.spawn(() -> refused.complete(startChild(supervisor, family.member("b"))));
        Patience.untilQueued(supervisor, 1);
        gate.open();
        assertThat(Patience.valueOf(refused))
                .isEqualTo(new Start.Failed<>(DynamicSupervisor.MAX_CHILDREN));
    }

    @Test
    void no_child_may_be_started_where_max_children_is_zero() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne().maxChildren(0));
        assertThat(startChild(supervisor, family.member("a")))
                .isEqualTo(new Start.Failed<>(DynamicSupervisor.MAX_CHILDREN));
    }

    @Test
    void a_name_that_is_taken_gives_the_holder_and_no_child() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        ChildSpec<ScriptedServer.Message> named =
                ChildSpec.worker("named", DynamicSupervisorTest::startNamed);
        Pid<ScriptedServer.Message> holder = startChild(supervisor, named).pid();
        assertThat(startChild(supervisor, named)).isEqualTo(new Start.AlreadyStarted<>(holder));
        assertThat(countChildren(supervisor).specs()).isOne();
    }

    private static Start<ScriptedServer.Message> startNamed() {
        return GenServer.startLink(ScriptedServer::new, new Name<>("dynamic_child"));
    }

    @Test
    void a_child_that_does_not_start_is_not_kept() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        family.failNextStarts("a", 1);
        assertThat(startChild(supervisor, family.member("a")))
                .isEqualTo(new Start.Failed<>(Family.BOOM));
        assertThat(countChildren(supervisor).specs()).isZero();
    }

    @Test
    void a_client_that_is_told_of_a_failed_start_finds_nothing_in_the_log() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        family.failNextStarts("a", 1);
        family.onNextStart("a", () -> new Start.AlreadyStarted<>(Processes.self()));
        try (CapturedLog log = new CapturedLog()) {
            startChild(supervisor, family.member("a"));
            startChild(supervisor, family.member("a"));
            assertThat(log.errors()).isEmpty();
        }
    }

    @Test
    void a_child_that_chooses_not_to_run_is_not_kept() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        family.onNextStart("a", Start.Ignore::new);
        assertThat(startChild(supervisor, family.member("a"))).isEqualTo(new Start.Ignore<>());
        assertThat(countChildren(supervisor).specs()).isZero();
    }

    @Test
    void a_start_function_that_throws_even_an_error_fails_the_start_alone() {
        Pid<DynamicSupervisor.Message> supervisor = family.supervise(oneForOne());
        AssertionError error = new AssertionError("start");
        ChildSpec<?> child =
                ChildSpec.worker(
                        "a",
                        () -> {
                            throw error;
                        });
        assertThat(startChild(supervisor, child))
                .isEqualTo(new Start.Failed<>(new ExitReason.Crash(error)));
        assertThat(Processes.isAlive(supervisor)).isTrue();
    }

    @Test
    void a_negative_number_of_children_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oneForOne().maxChildren(-1))
                .withMessage("maxChildren is below 0: -1");
    }

    @Test
    void a_strategy_other_than_one_for_one_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DynamicSupervisorFlags(SupervisorFlags.restForOne(), 1))
                .withMessageContaining("REST_FOR_ONE");
    }
}
