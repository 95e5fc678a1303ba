package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Processes.isAlive;
import static otp.SupervisorFlags.oneForOne;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** A mistake of a client is the client's, and does the supervisor no harm. */
@RuntimeTest
class SupervisorMistakesTest {

    private final Family family = new Family();

    @Test
    void null_is_refused_where_it_is_given() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne());
        Pid<DynamicSupervisor.Message> dynamic =
                DynamicSupervisor.startLink(DynamicSupervisorFlags.oneForOne()).pid();
        Map<String, ThrowingCallable> mistakes =
                Map.of(
                        "startChild", () -> Supervisor.startChild(supervisor, null),
                        "restartChild", () -> Supervisor.restartChild(supervisor, null),
                        "terminateChild", () -> Supervisor.terminateChild(supervisor, null),
                        "deleteChild", () -> Supervisor.deleteChild(supervisor, null),
                        "getChildSpec", () -> Supervisor.getChildSpec(supervisor, null),
                        "dynamic", () -> DynamicSupervisor.startChild(dynamic, null),
                        "call", () -> GenServer.call(supervisor, (Inspect) null),
                        "cast", () -> GenServer.cast(supervisor, (SupervisorServer.TryAgain) null));
        mistakes.forEach((name, mistake) ->
                assertThatThrownBy(mistake)
                        .as(name)
                        .isInstanceOf(NullPointerException.class)
                        .hasMessageMatching("a .* (needs|cannot be) .*"));
        assertThat(isAlive(supervisor)).isTrue();
        assertThat(isAlive(dynamic)).isTrue();
        DynamicSupervisor.stop(dynamic);
    }

    @Test
    void a_message_that_is_null_is_unexpected_like_any_other() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne());
        Processes.send(supervisor, null);
        assertThat(Supervisor.countChildren(supervisor).specs()).isZero();
    }

    @Test
    void a_start_function_that_names_no_reason_or_no_holder_has_failed() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne());
        ChildSpec<Object> withoutReason =
                ChildSpec.worker("reason", () -> new Start.Failed<Object>(null));
        ChildSpec<Object> withoutHolder =
                ChildSpec.worker("holder", () -> new Start.AlreadyStarted<Object>(null));
        assertThat(Supervisor.startChild(supervisor, withoutReason).toString())
                .contains("a start that failed has a reason");
        assertThat(Supervisor.startChild(supervisor, withoutHolder).toString())
                .contains("a name that is taken has a holder");
    }
}
