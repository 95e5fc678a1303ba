package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.LIMIT;
import static otp.Patience.endOf;
import static otp.Patience.reasonOf;
import static otp.Patience.until;
import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.monitor;
import static otp.Processes.receive;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import otp.Task.Outcome;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

@RuntimeTest
class TaskSupervisorTest {

    private static final ExitReason OOPS = ExitReason.of("oops");

    private final Gate gate = new Gate();
    private Pid<DynamicSupervisor.Message> supervisor;

    @BeforeEach
    void start_a_supervisor() {
        supervisor = TaskSupervisor.startLink().pid();
    }

    private int atTheGate() {
        gate.pass();
        return 1;
    }

    private static int crash() throws IOException {
        throw new IOException("disk full");
    }

    @Test
    void a_task_without_a_link_returns_its_result() {
        Task<Integer> task = TaskSupervisor.asyncNolink(supervisor, () -> 7);
        assertThat(task.await(LIMIT)).isEqualTo(7);
        until(() -> TaskSupervisor.children(supervisor).isEmpty());
    }

    @Test
    void the_owner_outlives_the_crash_of_a_task_without_a_link() {
        Task<Integer> task = TaskSupervisor.asyncNolink(supervisor, TaskSupervisorTest::crash);
        ExitReason reason = Failures.ofExit(() -> task.await(LIMIT));
        assertThat(reason.rootCause()).containsInstanceOf(IOException.class);
        assertThat(isAlive(supervisor)).isTrue();
    }

    @Test
    void a_task_without_a_link_outlives_its_owner_once_it_has_begun() {
        AtomicReference<Task<Integer>> task = new AtomicReference<>();
        Gate begun = new Gate();
        endOf(() -> {
            task.set(
                    TaskSupervisor.asyncNolink(
                            supervisor,
                            () -> {
                                begun.open();
                                return atTheGate();
                            }));
            begun.pass();
            throw new Exit(OOPS);
        });
        Monitor monitor = monitor(task.get().pid());
        assertThat(isAlive(task.get().pid())).isTrue();
        gate.open();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.NORMAL);
    }

    @Test
    void a_linked_task_ends_with_its_owner_and_with_the_supervisor() {
        AtomicReference<Task<Integer>> task = new AtomicReference<>();
        endOf(() -> {
            task.set(TaskSupervisor.async(supervisor, this::atTheGate));
            throw new Exit(OOPS);
        });
        assertThat(reasonOf(monitor(task.get().pid()))).isIn(OOPS, ExitReason.NOPROC);
        Task<Integer> other = TaskSupervisor.asyncNolink(supervisor, this::atTheGate);
        DynamicSupervisor.stop(supervisor);
        assertThat(other.yield(LIMIT)).contains(new Outcome.Exited<>(ExitReason.SHUTDOWN));
    }

    @Test
    void work_without_a_result_runs_until_it_is_done_and_is_never_restarted() {
        Pid<Object> child = TaskSupervisor.startChild(supervisor, gate::pass).pid();
        assertThat(TaskSupervisor.children(supervisor).contains(child)).isTrue();
        gate.open();
        TaskSupervisor.startChild(supervisor, TaskSupervisorTest::crash);
        until(() -> TaskSupervisor.children(supervisor).isEmpty());
    }

    @Test
    void a_stream_of_tasks_without_links_tells_of_crashes() {
        assertThat(
                        TaskSupervisor.asyncStreamNolink(
                                supervisor,
                                List.of(1, 2, 3),
                                number -> {
                                    if (number == 2) {
                                        throw new Exit(OOPS);
                                    }
                                    return number;
                                },
                                TaskStreamOptions.DEFAULTS.timeout(LIMIT)))
                .containsExactly(
                        new Outcome.Ok<>(1), new Outcome.Exited<>(OOPS), new Outcome.Ok<>(3));
        assertThat(receive(Object.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void a_task_that_was_ended_delivers_nothing_though_its_work_swallows_the_interrupt() {
        Task<Integer> killed = taskThatSwallows();
        exit(killed.pid(), ExitReason.KILL);
        assertThat(Failures.ofExit(() -> killed.await(LIMIT)).toString()).contains("killed");

        assertThat(taskThatSwallows().shutdown()).isEmpty();
        assertThat(taskThatSwallows().shutdown(Shutdown.BRUTAL_KILL)).isEmpty();
    }

    private Task<Integer> taskThatSwallows() {
        Gate begun = new Gate();
        Task<Integer> task = TaskSupervisor.asyncNolink(supervisor, () -> swallow(begun));
        begun.pass();
        return task;
    }

    private static int swallow(Gate begun) {
        begun.open();
        try {
            new CountDownLatch(1).await();
            return 1;
        } catch (InterruptedException swallowed) {
            return 2;
        }
    }

    @Test
    void too_many_tasks_are_refused_with_max_children() {
        Pid<DynamicSupervisor.Message> small =
                DynamicSupervisor.startLink(DynamicSupervisorFlags.oneForOne().maxChildren(1))
                        .pid();
        TaskSupervisor.startChild(small, gate::pass);
        assertThat(TaskSupervisor.startChild(small, gate::pass))
                .isEqualTo(new Start.Failed<>(DynamicSupervisor.MAX_CHILDREN));
        assertThat(Failures.ofExit(() -> TaskSupervisor.asyncNolink(small, this::atTheGate)))
                .isEqualTo(DynamicSupervisor.MAX_CHILDREN);
        gate.open();
    }

    @Test
    void a_supervisor_that_is_missing_is_named() {
        Name<DynamicSupervisor.Message> nobody = new Name<>("no_task_supervisor");
        assertThat(Failures.ofExit(() -> TaskSupervisor.async(nobody, () -> 1)).toString())
                .contains("noproc")
                .contains(":no_task_supervisor");
    }
}
