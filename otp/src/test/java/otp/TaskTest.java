package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Patience.LIMIT;
import static otp.Patience.endOf;
import static otp.Patience.inProcess;
import static otp.Patience.reasonOf;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.trapExits;

import org.junit.jupiter.api.Test;

import otp.Task.Outcome;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

@RuntimeTest
class TaskTest {

    private static final ExitReason OOPS = ExitReason.of("oops");
    private static final Duration NOW = Duration.ZERO;
    private static final Duration SHORT = Duration.ofMillis(5);

    private final Gate gate = new Gate();

    private int atTheGate() {
        gate.pass();
        return 1;
    }

    private static <R> Callable<R> exiting(ExitReason reason) {
        return () -> {
            throw new Exit(reason);
        };
    }

    private static void nothingIsLeft() {
        assertThat(receive(Object.class, NOW)).isEmpty();
    }

    @Test
    void await_returns_what_the_task_has_worked_out_in_a_process_of_its_own() {
        Task<Pid<Object>> task = Task.async(Processes::self);
        assertThat(task.await(LIMIT)).isSameAs(task.pid()).isNotSameAs(self());
        nothingIsLeft();
    }

    @Test
    void a_result_may_be_null() {
        Task<String> task = Task.async(() -> null);
        assertThat(task.await(LIMIT)).isNull();
    }

    @Test
    void await_gives_up_after_the_timeout_and_the_result_is_dropped() {
        Task<Integer> task = Task.async(this::atTheGate);
        Monitor monitor = monitor(task.pid());
        assertThat(Failures.ofExit(() -> task.await(SHORT)))
                .isEqualTo(new ExitReason.InCall(ExitReason.TIMEOUT, task.pid(), "await"));
        assertThat(Processes.isAlive(task.pid())).isTrue();
        gate.open();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.NORMAL);
        nothingIsLeft();
    }

    @Test
    void an_owner_that_does_not_catch_the_timeout_takes_the_task_with_it() {
        AtomicReference<Task<Integer>> task = new AtomicReference<>();
        ExitReason end =
                endOf(() -> {
                    task.set(
                            Task.async(() -> {
                                Thread.sleep(LIMIT);
                                return 1;
                            }));
                    task.get().await(SHORT);
                });
        assertThat(end).isInstanceOf(ExitReason.InCall.class);
        assertThat(reasonOf(monitor(task.get().pid()))).isIn(end, ExitReason.NOPROC);
    }

    @Test
    void a_task_that_crashes_takes_its_owner_with_it_for_the_same_exception() {
        IOException cause = new IOException("disk full");
        ExitReason end =
                endOf(() ->
                        Task.async(
                                        () -> {
                                            throw cause;
                                        })
                                .await(LIMIT));
        assertThat(end).isEqualTo(new ExitReason.Crash(cause));
    }

    @Test
    void an_owner_that_traps_exits_is_told_by_await_why_there_is_no_result() {
        trapExits(true);
        Task<Integer> task = Task.async(exiting(OOPS));
        assertThat(Failures.ofExit(() -> task.await(LIMIT)))
                .isEqualTo(new ExitReason.InCall(OOPS, task.pid(), "await"));
        assertThat(receive(ExitMessage.class, NOW)).contains(new ExitMessage(task.pid(), OOPS));
        nothingIsLeft();
    }

    @Test
    void yield_waits_in_vain_and_may_be_called_again() {
        Task<Integer> task = Task.async(this::atTheGate);
        assertThat(task.yield(NOW)).isEmpty();
        assertThat(task.yield(SHORT)).isEmpty();
        gate.open();
        assertThat(task.yield(LIMIT)).contains(new Outcome.Ok<>(1));
        assertThat(task.yield(NOW)).isEmpty();
    }

    @Test
    void yield_tells_why_a_task_has_ended() {
        trapExits(true);
        assertThat(Task.<Integer>async(exiting(OOPS)).yield(LIMIT))
                .contains(new Outcome.Exited<>(OOPS));
        assertThat(Task.<Integer>async(exiting(ExitReason.NORMAL)).yield(LIMIT))
                .contains(new Outcome.Exited<>(ExitReason.NORMAL));
    }

    @Test
    void a_server_need_not_wait_but_gets_the_result_and_the_end_as_messages() {
        Task<Integer> task = Task.async(() -> 1);
        assertThat(receive(Task.Reply.class, LIMIT)).contains(new Task.Reply<>(task, 1));
        assertThat(receive(Down.class, LIMIT))
                .contains(new Down(task.monitor(), task.pid(), ExitReason.NORMAL));
    }

    @Test
    void shutdown_ends_a_task_and_leaves_nothing_behind() {
        trapExits(true);
        Task<Integer> task = Task.async(this::atTheGate);
        assertThat(task.shutdown()).isEmpty();
        assertThat(Processes.isAlive(task.pid())).isFalse();
        nothingIsLeft();
        Task<Integer> killed = Task.async(this::atTheGate);
        assertThat(killed.shutdown(Shutdown.BRUTAL_KILL)).isEmpty();
        nothingIsLeft();
    }

    @Test
    void shutdown_leaves_an_owner_alone_that_does_not_trap_exits() {
        ExitReason end = endOf(() -> Task.async(this::atTheGate).shutdown());
        assertThat(end).isEqualTo(ExitReason.NORMAL);
    }

    @Test
    void shutdown_returns_the_result_if_there_is_one() {
        Task<Integer> task = Task.async(() -> 7);
        reasonOf(monitor(task.pid()));
        assertThat(task.shutdown()).contains(new Outcome.Ok<>(7));
        nothingIsLeft();
    }

    @Test
    void shutdown_tells_why_a_task_had_ended_before() {
        trapExits(true);
        for (ExitReason reason : new ExitReason[] {OOPS, ExitReason.NORMAL, ExitReason.KILLED}) {
            Task<Integer> task = Task.async(exiting(reason));
            reasonOf(monitor(task.pid()));
            assertThat(task.shutdown()).contains(new Outcome.Exited<>(reason));
        }
        for (int round = 0; round < 200; round++) {
            Task<Integer> ending = Task.async(exiting(OOPS));
            // Which of several monitors hears of the end first is luck.
            reasonOf(monitor(ending.pid()));
            assertThat(ending.shutdown()).contains(new Outcome.Exited<>(OOPS));
        }
        Task<Integer> shutDown = Task.async(exiting(ExitReason.SHUTDOWN));
        reasonOf(monitor(shutDown.pid()));
        assertThat(shutDown.shutdown()).isEmpty();
    }

    @Test
    void shutdown_of_a_task_whose_result_was_taken_finds_no_process() {
        Task<Integer> task = Task.async(() -> 1);
        Monitor monitor = monitor(task.pid());
        task.await(LIMIT);
        reasonOf(monitor);
        assertThat(task.shutdown()).contains(new Outcome.Exited<>(ExitReason.NOPROC));
    }

    @Test
    void a_task_that_does_not_end_in_time_is_killed() {
        Gate begun = new Gate();
        Task<Integer> task =
                Task.async(() -> {
                    trapExits(true);
                    begun.open();
                    return receive(Integer.class);
                });
        begun.pass();
        assertThat(task.shutdown(Shutdown.after(SHORT)))
                .contains(new Outcome.Exited<>(ExitReason.KILLED));
        nothingIsLeft();
    }

    @Test
    void only_the_owner_may_ask() {
        Task<Integer> task = Task.async(() -> 1);
        for (Callable<?> question :
                new Callable<?>[] {
                    () -> task.await(), () -> task.yield(NOW), () -> task.shutdown()
                }) {
            assertThatThrownBy(() -> inProcess(question))
                    .rootCause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be queried by its owner " + self());
        }
        assertThat(task.await(LIMIT)).isEqualTo(1);
    }

    @Test
    void a_task_does_not_outlive_an_owner_that_crashes() {
        AtomicReference<Pid<?>> task = new AtomicReference<>();
        endOf(() -> {
            task.set(Task.async(this::atTheGate).pid());
            throw new Exit(OOPS);
        });
        assertThat(reasonOf(monitor(task.get()))).isIn(OOPS, ExitReason.NOPROC);
    }

    @Test
    void results_and_ends_never_get_lost_however_they_meet_a_timeout() {
        for (int round = 0; round < 200; round++) {
            Task<Integer> task = Task.async(() -> 1);
            Optional<Outcome<Integer>> outcome = task.yield(Duration.ofNanos(round * 100L));
            assertThat(outcome.or(() -> task.yield(LIMIT))).contains(new Outcome.Ok<>(1));
        }
        nothingIsLeft();
    }
}
