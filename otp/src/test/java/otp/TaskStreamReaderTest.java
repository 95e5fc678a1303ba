package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Patience.inProcess;
import static otp.Patience.until;
import static otp.Processes.receive;
import static otp.Processes.trapExits;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import otp.Task.Outcome;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** The process that reads a stream of tasks, and that may leave off. */
@RuntimeTest
class TaskStreamReaderTest {

    private static final TaskStreamOptions PATIENT =
            TaskStreamOptions.DEFAULTS.timeout(Patience.LIMIT);

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
                        List.of(1, 2),
                        number -> {
                            tasks.add(Processes.self());
                            gate(number).passStubbornly();
                            return number;
                        },
                        PATIENT.maxConcurrency(2));
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
