package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.reasonOf;
import static otp.Processes.monitor;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

@RuntimeTest
class AgentTest {

    private static final IOException DISK_FULL = new IOException("disk full");
    private static final ExitReason CRASH = new ExitReason.Crash(DISK_FULL);

    private static <S, R> R fail(S state) throws IOException {
        throw DISK_FULL;
    }

    @Test
    void functions_look_at_the_state_and_change_it_in_the_order_in_which_they_come() {
        Pid<Agent.Message<Integer>> agent = Agent.start(() -> 1).pid();
        int next = Agent.get(agent, count -> count + 1);
        assertThat(next).isEqualTo(2);
        Agent.update(agent, count -> count + 1);
        int before = Agent.getAndUpdate(agent, count -> new Agent.Reply<>(count, count * 10));
        assertThat(before).isEqualTo(2);
        Agent.cast(agent, count -> count + 1);
        String text = Agent.get(agent, count -> "now " + count);
        assertThat(text).isEqualTo("now 21");
        Agent.stop(agent);
    }

    @Test
    void an_agent_under_a_name_is_one_for_all() {
        Name<Agent.Message<List<String>>> name = new Name<>(FreshName.of("agent"));
        assertThat(Agent.startLink(List::<String>of, name)).isInstanceOf(Start.Ok.class);
        assertThat(Agent.start(List::<String>of, name)).isInstanceOf(Start.AlreadyStarted.class);
        Agent.update(name, _ -> List.of("one"));
        assertThat(Agent.<List<String>, Integer>get(name, List::size)).isEqualTo(1);
        Agent.stop(name);
        assertThat(Failures.ofExit(() -> Agent.get(name, List::size)).toString())
                .startsWith("noproc");
        Agent.cast(name, list -> list);
    }

    @Test
    void functions_run_in_the_agent_and_the_state_is_made_there() {
        Pid<Agent.Message<Pid<Object>>> agent = Agent.start(Processes::self).pid();
        assertThat((Object) Agent.get(agent, pid -> pid)).isSameAs(agent);
        assertThat((Object) Agent.get(agent, _ -> Processes.self())).isSameAs(agent);
    }

    @Test
    void a_function_that_throws_crashes_the_agent_and_fails_its_callers() {
        Pid<Agent.Message<Integer>> agent = Agent.start(() -> 1).pid();
        Monitor monitor = monitor(agent);
        ExitReason reason = Failures.ofExit(() -> Agent.get(agent, AgentTest::fail));
        assertThat(reason.rootCause()).containsSame(DISK_FULL);
        assertThat(reasonOf(monitor)).isEqualTo(CRASH);
    }

    @Test
    void a_state_that_cannot_be_made_fails_the_start() {
        assertThat(Agent.<Integer>start(() -> fail(0))).isEqualTo(new Start.Failed<>(CRASH));
    }

    @Test
    void an_agent_that_takes_too_long_fails_its_caller_and_goes_on() {
        Pid<Agent.Message<Integer>> agent = Agent.start(() -> 1).pid();
        Gate gate = new Gate();
        Agent.cast(
                agent,
                count -> {
                    gate.pass();
                    return count + 1;
                });
        ExitReason reason =
                Failures.ofExit(() -> Agent.get(agent, count -> count, Duration.ofMillis(5)));
        assertThat(((ExitReason.InCall) reason).reason()).isEqualTo(ExitReason.TIMEOUT);
        gate.open();
        int count = Agent.get(agent, value -> value);
        assertThat(count).isEqualTo(2);
    }

    @Test
    void an_agent_drops_other_messages_without_a_word() {
        Pid<Agent.Message<Integer>> agent = Agent.start(() -> 1).pid();
        try (CapturedLog log = new CapturedLog()) {
            @SuppressWarnings("unchecked")
            Pid<Object> untyped = (Pid<Object>) (Pid<?>) agent;
            Processes.send(untyped, "hello");
            int count = Agent.get(agent, value -> value);
            assertThat(count).isEqualTo(1);
            assertThat(log.warnings()).isEmpty();
        }
    }

    @Test
    void no_change_is_lost_among_many_processes() {
        Pid<Agent.Message<Integer>> agent = Agent.start(() -> 0).pid();
        List<Task<Void>> tasks =
                IntStream.range(0, 20)
                        .mapToObj(_ ->
                                Task.<Void>async(() -> {
                                    for (int time = 0; time < 10; time++) {
                                        Agent.update(agent, count -> count + 1);
                                    }
                                    return null;
                                }))
                        .toList();
        tasks.forEach(task -> task.await(Patience.LIMIT));
        int total = Agent.get(agent, count -> count);
        assertThat(total).isEqualTo(200);
    }
}
