package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import static otp.Processes.isAlive;
import static otp.Processes.receive;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Null is refused in the process that gives it: any other would crash, hang, or wait for ever. */
@RuntimeTest
class NullTest {

    private final Pid<Agent.Message<Integer>> agent = Agent.start(() -> 0).pid();

    @Test
    void an_agent_survives_functions_that_are_null() {
        refused(() -> Agent.get(agent, null));
        refused(() -> Agent.update(agent, null));
        refused(() -> Agent.getAndUpdate(agent, null));
        refused(() -> Agent.cast(agent, null));
        assertThat(isAlive(agent)).isTrue();
    }

    private static void refused(ThrowingCallable mistake) {
        assertThatNullPointerException().isThrownBy(mistake).withMessageMatching(".* .*");
    }

    @Test
    void null_is_refused_where_it_is_given() {
        assertThat(mistakes()).allSatisfy((name, mistake) -> refused(mistake));
    }

    private static Map<String, ThrowingCallable> mistakes() {
        Pid<Object> pid = Processes.self();
        PartitionSupervisor<Object> partitions = new PartitionSupervisor<>("null_test");
        Map<String, ThrowingCallable> mistakes = new HashMap<>();
        mistakes.put("receive", () -> receive((Class<?>) null, Duration.ZERO));
        mistakes.put("receive a wanted one", () -> receive(String.class, null, Duration.ZERO));
        mistakes.put("async", () -> Task.async(null));
        mistakes.put("asyncNolink", () -> TaskSupervisor.asyncNolink(new Name<>("nobody"), null));
        mistakes.put("startChild", () -> TaskSupervisor.startChild(new Name<>("nobody"), null));
        mistakes.put("asyncStream", () -> Task.asyncStream(List.of(1), null));
        mistakes.put("shutdown of a task", () -> Task.async(() -> 1).shutdown(null));
        mistakes.put("shutdown after", () -> Shutdown.after(null));
        mistakes.put("clock", () -> SupervisorFlags.oneForOne().clock(null));
        mistakes.put("flags", () -> Supervisor.startLink((SupervisorFlags) null));
        mistakes.put("dynamic flags", () -> DynamicSupervisor.startLink(null));
        mistakes.put("partitions", () -> partitions.startLink(2, null));
        mistakes.put("type of a table", () -> EtsOptions.of(null));
        mistakes.put("access of a table", () -> EtsOptions.set().access(null));
        mistakes.put("keys of a registry", () -> RegistryOptions.of(null));
        mistakes.put(
                "scope of a trace", () -> new TraceOptions(1, Set.of(), null, List.of(pid), false));
        return mistakes;
    }
}
