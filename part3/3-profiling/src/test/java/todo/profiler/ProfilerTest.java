package todo.profiler;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.ExitReason;
import otp.Pid;

import todo.EndEveryProcess;
import todo.Running;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProfilerTest {

    private final AtomicInteger operations = new AtomicInteger();

    @Test
    @Tag("task-1")
    @DisplayName("Each client does as many operations as it is to do, and the profile counts all")
    void every_operation_is_done_and_counted() {
        Profile profile = Profiler.run(operations::incrementAndGet, 1_000, 10);

        assertThat(operations.get()).as("operations that were done").isEqualTo(10_000);
        assertThat(profile.operations()).as("operations that were done").isEqualTo(10_000);
        assertThat(profile.time()).as("the time that the run took").isPositive();
    }

    @Test
    @DisplayName("The rate is operations by seconds, and is printed with its unit")
    void the_rate_is_operations_by_seconds() {
        Profile profile = new Profile(3_000, Duration.ofMillis(2));

        assertThat(profile.rate()).as("operations a second").isEqualTo(1_500_000);
        assertThat(profile).as("how a profile is printed").hasToString("1,500,000 operations/s");
    }

    @Test
    @Tag("task-1")
    @DisplayName("Each client is a process of its own, and none of them the caller")
    void each_client_is_a_process_of_its_own() {
        Set<Pid<?>> clients = ConcurrentHashMap.newKeySet();

        Profiler.run(() -> clients.add(self()), 100, 10);

        assertThat(clients)
                .as("the processes in which the operation ran")
                .hasSize(10)
                .doesNotContain(self());
    }

    @Test
    @Tag("task-1")
    @DisplayName(
            "A hundred clients work at the same time, and the caller waits for the end of each")
    void the_clients_work_at_the_same_time() {
        ProfilerRun run = ProfilerRun.start(100, _ -> operations.incrementAndGet());

        assertThat(Running.processes().size())
                .as("processes of a hundred clients, and those that wait for them")
                .isLessThan(150);
        assertThat(run.end()).as("why the run has ended").isEqualTo(ExitReason.NORMAL);
        assertThat(operations.get()).as("operations that were done").isEqualTo(100);
        assertThat(run.newsLeft()).as("ends of clients that were not received").isZero();
    }

    @Test
    @Tag("task-1")
    @DisplayName("When the profile is there, every client has ended, and no message is left")
    void every_client_has_ended() {
        Profiler.run(operations::incrementAndGet, 100, 100);

        assertThat(Running.processes()).as("processes that are left").isEmpty();
        assertThat(ProfilerRun.news()).as("ends of clients that were not received").isZero();
        assertThat(trapExits(false)).as("the caller traps exits after the run").isFalse();
    }

    @Test
    @Tag("task-1")
    @DisplayName("Messages that are not about its clients are left to the caller")
    void other_messages_are_left_to_the_caller() {
        send(self(), "before");

        Profiler.run(() -> {}, 1, 10);

        assertThat(receive(String.class, Duration.ZERO))
                .as("what was in the mailbox of the caller")
                .contains("before");
    }
}
