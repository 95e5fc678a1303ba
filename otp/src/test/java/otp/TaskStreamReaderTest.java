package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Patience.endOf;
import static otp.Patience.inProcess;
import static otp.Patience.until;
import static otp.Patience.valueOf;
import static otp.Processes.receive;
import static otp.Processes.trapExits;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import otp.Task.Outcome;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The process that reads a stream of tasks, and that may leave off. */
@RuntimeTest
class TaskStreamReaderTest {

    private static final TaskStreamOptions PATIENT =
            TaskStreamOptions.DEFAULTS.timeout(Patience.LIMIT);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final Map<Integer, Gate> gates = new ConcurrentHashMap<>();
    private final Queue<Pid<?>> tasks = new ConcurrentLinkedQueue<>();

    private Gate gate(int number) {
        return gates.computeIfAbsent(number, _ -> new Gate());
    }

    private int atItsGate(int number) {
        tasks.add(Processes.self());
        gate(number).pass();
        return number;
    }

    private static Outcome<Integer> ok(int value) {
        return new Outcome.Ok<>(value);
    }

    @Test
    void a_stream_that_is_closed_early_ends_the_tasks_that_still_run() {
        trapExits(true);
        gate(1).open();
        try (Stream<Outcome<Integer>> outcomes =
                Task.asyncStream(List.of(1, 2, 3), this::atItsGate, PATIENT.maxConcurrency(3))) {
            assertThat(outcomes.findFirst()).contains(ok(1));
        }
        until(() -> tasks.stream().noneMatch(Processes::isAlive));
        assertThat(receive(Object.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void a_reader_that_is_interrupted_ends_all_tasks_all_the_same() {
        Stream<Outcome<Integer>> outcomes =
                Task.asyncStream(
                        List.of(1, 2), this::stubbornlyAtItsGate, PATIENT.maxConcurrency(2));
        Thread reader = Thread.currentThread();
        Processes.spawn(() -> {
            until(() -> tasks.size() == 2);
            reader.interrupt();
        });
        Failures.ofExit(outcomes::toList);
        Failures.ofExit(outcomes::close);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(tasks).noneMatch(Processes::isAlive);
        gate(1).open();
        gate(2).open();
    }

    @Test
    void a_stream_has_no_more_outcomes_once_it_was_closed_even_if_that_was_interrupted() {
        trapExits(true);
        gate(1).open();
        Stream<Outcome<Integer>> outcomes =
                Task.asyncStream(
                        List.of(1, 2, 3), this::stubbornlyAtItsGate, PATIENT.maxConcurrency(3));
        Iterator<Outcome<Integer>> rest = outcomes.iterator();
        assertThat(rest.next()).isEqualTo(ok(1));
        until(() -> tasks.size() == 3);
        Thread.currentThread().interrupt();
        Failures.ofExit(outcomes::close);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(rest.hasNext()).isFalse();
        List.of(2, 3).forEach(number -> gate(number).open());
        until(() -> tasks.stream().allMatch(ended -> ((LocalProcess<?>) ended).body() == null));
        assertThat(receive(Object.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void no_task_begins_once_what_gives_the_elements_has_closed_the_stream() {
        AtomicReference<Stream<Outcome<Integer>>> outcomes = new AtomicReference<>();
        Iterable<Integer> elements =
                () ->
                        List.of(1, 2, 3).stream()
                                .peek(number -> {
                                    if (number == 2) {
                                        outcomes.get().close();
                                    }
                                })
                                .iterator();
        outcomes.set(Task.asyncStream(elements, this::atItsGate, PATIENT.maxConcurrency(3)));
        assertThatThrownBy(() -> outcomes.get().toList())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was closed while it asked for its elements");
        until(() -> nothingRunsFor(Processes.self(), "Task"));
        assertThat(receive(Object.class, Duration.ZERO)).isEmpty();
    }

    private int stubbornlyAtItsGate(int number) {
        tasks.add(Processes.self());
        gate(number).passStubbornly();
        return number;
    }

    @Test
    void only_the_process_that_has_asked_reads_a_stream() {
        Stream<Outcome<Integer>> outcomes = Task.asyncStream(List.of(1), this::atItsGate);
        refusedElsewhere(outcomes::toList);
    }

    @Test
    void only_the_process_that_has_asked_closes_a_stream_and_the_tasks_run_on() {
        Stream<Outcome<Integer>> outcomes = Task.asyncStream(List.of(1), this::atItsGate, PATIENT);
        Pid<?> reader = Processes.self();
        Processes.spawn(() -> {
            until(() -> tasks.size() == 1);
            refused(outcomes::close, reader);
            gate(1).open();
        });
        assertThat(outcomes).containsExactly(ok(1));
    }

    @Test
    void a_task_is_late_even_if_its_reader_looks_later() {
        Pid<?> reader = Processes.self();
        gate(1).open();
        Iterator<Outcome<Integer>> outcomes = brief(List.of(1, 2)).iterator();
        outcomes.next();
        until(() -> nothingRunsFor(reader, "Task"));
        gate(2).open();
        assertThat(outcomes.next()).isEqualTo(new Outcome.Exited<>(ExitReason.TIMEOUT));
        assertThat(outcomes.hasNext()).isFalse();
        until(() -> nothingRunsFor(reader, "TaskTimekeeper"));
    }

    @Test
    void a_task_that_was_killed_in_time_is_not_late_when_its_reader_looks() {
        trapExits(true);
        Pid<?> reader = Processes.self();
        TaskStreamOptions options = TaskStreamOptions.DEFAULTS.maxConcurrency(2).timeout(SHORT);
        Iterator<Outcome<Integer>> outcomes =
                TaskStream.of(List.of(1, 2), this::oneAndAKilledOne, options.killLateTasks())
                        .iterator();
        assertThat(outcomes.next()).isEqualTo(ok(1));
        until(() -> nothingRunsFor(reader, "TaskTimekeeper"));
        assertThat(outcomes.next()).isEqualTo(new Outcome.Exited<>(ExitReason.KILLED));
    }

    /**
     * What is said of each is in the mailbox before the next begins, and before the first limit.
     */
    private Task<Integer> oneAndAKilledOne(int number) {
        Task<Integer> task = Task.async(() -> atItsGate(number));
        if (number == 1) {
            gate(1).open();
        } else {
            Processes.exit(task.pid(), ExitReason.KILL);
        }
        until(() -> !Processes.isAlive(task.pid()));
        return task;
    }

    private Stream<Outcome<Integer>> brief(List<Integer> numbers) {
        TaskStreamOptions options = TaskStreamOptions.DEFAULTS.maxConcurrency(2).timeout(SHORT);
        return Task.asyncStream(numbers, this::atItsGate, options.killLateTasks());
    }

    @Test
    void a_stream_that_is_read_no_further_leaves_no_process_behind() {
        Pid<?> reader = Processes.self();
        gate(1).open();
        assertThat(brief(List.of(1, 2)).findFirst()).isPresent();
        until(() -> nothingRunsFor(reader, "Task"));
        until(() -> nothingRunsFor(reader, "TaskTimekeeper"));
    }

    @Test
    void a_stream_whose_last_outcome_was_read_leaves_no_process_behind() {
        Pid<?> reader = Processes.self();
        gate(1).open();
        assertThat(Task.asyncStream(List.of(1), this::atItsGate, PATIENT).iterator().next())
                .isEqualTo(ok(1));
        until(() -> nothingRunsFor(reader, "TaskTimekeeper"));
    }

    @Test
    void a_stream_leaves_no_process_behind_when_its_reader_ends() {
        CompletableFuture<Pid<?>> reader = new CompletableFuture<>();
        endOf(() -> {
            reader.complete(Processes.self());
            Task.asyncStream(List.of(1, 2), number -> number, PATIENT).iterator().next();
        });
        until(() -> nothingRunsFor(valueOf(reader), "TaskTimekeeper"));
    }

    @Test
    void a_stream_fails_when_what_limits_its_tasks_time_is_killed() {
        Pid<?> reader = Processes.self();
        AtomicBoolean hasFailed = new AtomicBoolean();
        Processes.spawn(() ->
                until(() -> {
                    runsFor(reader, "TaskTimekeeper")
                            .forEach(one -> Processes.exit(one, ExitReason.KILL));
                    return hasFailed.get();
                }));
        Stream<Outcome<Integer>> outcomes = Task.asyncStream(List.of(1), this::atItsGate, PATIENT);
        assertThatThrownBy(outcomes::toList)
                .isInstanceOf(Exit.class)
                .hasMessageStartingWith("killed");
        hasFailed.set(true);
        until(() -> nothingRunsFor(reader, "Task"));
    }

    private static boolean nothingRunsFor(Pid<?> reader, String label) {
        return runsFor(reader, label).findAny().isEmpty();
    }

    private static Stream<Pid<?>> runsFor(Pid<?> reader, String label) {
        return Processes.list().stream()
                .flatMap(process -> Processes.info(process).stream())
                .filter(process -> process.parent().equals(Optional.of(reader)))
                .filter(process -> process.label().equals(label))
                .map(ProcessInfo::pid);
    }

    private static void refusedElsewhere(ThrowingCallable use) {
        Pid<?> reader = Processes.self();
        inProcess(() -> {
            refused(use, reader);
            return true;
        });
    }

    private static void refused(ThrowingCallable use, Pid<?> reader) {
        assertThatThrownBy(use)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which is " + reader);
    }
}
