package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Patience.LIMIT;
import static otp.Patience.endOf;
import static otp.Patience.until;
import static otp.Processes.receive;
import static otp.Processes.trapExits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import otp.Task.Outcome;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many tasks at once. */
@RuntimeTest
class TaskStreamTest {

    private static final ExitReason OOPS = ExitReason.of("oops");
    private static final TaskStreamOptions PATIENT = TaskStreamOptions.DEFAULTS.timeout(LIMIT);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final Map<Integer, Gate> gates = new ConcurrentHashMap<>();

    private Gate gate(int number) {
        return gates.computeIfAbsent(number, _ -> new Gate());
    }

    private int atItsGate(int number) {
        gate(number).pass();
        return number;
    }

    private static <R> Outcome<R> ok(R value) {
        return new Outcome.Ok<>(value);
    }

    private static void nothingIsLeft() {
        assertThat(receive(Object.class, Duration.ZERO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, IOException.class, AssertionError.class})
    void tasks_end_if_the_elements_fail(Class<? extends Throwable> kind) throws Exception {
        Throwable failure = kind.getConstructor().newInstance();
        Stream<Integer> elements =
                Stream.of(1, 2, 3)
                        .peek(number -> {
                            if (number == 3) {
                                throw TaskStreamTest.<RuntimeException>undeclared(failure);
                            }
                        });
        Lifeline caller = ProcessTable.current().lifeline();
        int linksBefore = caller.links().copy().size();
        Stream<Outcome<Integer>> outcomes =
                Task.asyncStream(elements::iterator, this::atItsGate, PATIENT.maxConcurrency(3));
        assertThatThrownBy(outcomes::toList).isSameAs(failure);
        assertThat(caller.links().copy()).hasSize(linksBefore);
        nothingIsLeft();
    }

    /** Fails when it is asked whether there is a fourth. */
    private static final class Three implements Iterator<Integer> {

        private int last;

        @Override
        public boolean hasNext() {
            if (last == 3) {
                throw new IllegalStateException("no more can be read");
            }
            return true;
        }

        @Override
        public Integer next() {
            return ++last;
        }
    }

    @Test
    void tasks_end_if_the_elements_cannot_tell_whether_there_are_more() {
        Lifeline caller = ProcessTable.current().lifeline();
        int linksBefore = caller.links().copy().size();
        gate(1).open();
        Stream<Outcome<Integer>> outcomes =
                Task.asyncStream(Three::new, this::atItsGate, PATIENT.maxConcurrency(2))
                        .peek(outcome -> gate(2).open());
        assertThatThrownBy(outcomes::toList).hasMessage("no more can be read");
        assertThat(caller.links().copy()).hasSize(linksBefore);
        nothingIsLeft();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E undeclared(Throwable failure) throws E {
        throw (E) failure;
    }

    @Test
    void nothing_is_heard_of_a_crashed_task_once_the_stream_is_closed() {
        trapExits(true);
        Mailbox mailbox = ProcessTable.current().mailbox();
        gate(1).open();
        try (Stream<Outcome<Integer>> outcomes =
                Task.asyncStream(
                        List.of(1, 2),
                        number -> {
                            atItsGate(number);
                            if (number == 2) {
                                throw new Exit(OOPS);
                            }
                            return number;
                        },
                        PATIENT.maxConcurrency(2))) {
            assertThat(outcomes.iterator().next()).isEqualTo(ok(1));
            // Not sooner: what has come by then is taken while the first outcome is waited for.
            gate(2).open();
            until(() -> mailbox.size() >= 2);
        }
        trapExits(false);
        nothingIsLeft();
    }

    @Test
    void outcomes_come_in_the_order_of_the_elements() {
        gate(2).open();
        Stream<Outcome<Integer>> outcomes =
                Task.asyncStream(
                        List.of(1, 2),
                        number -> {
                            atItsGate(number);
                            gate(number - 1).open();
                            return number;
                        },
                        PATIENT.maxConcurrency(2));
        assertThat(outcomes).containsExactly(ok(1), ok(2));
        nothingIsLeft();
    }

    @Test
    void unordered_outcomes_come_as_they_are_there() {
        gate(2).open();
        Stream<Outcome<Integer>> outcomes =
                Task.asyncStream(
                                List.of(1, 2),
                                this::atItsGate,
                                PATIENT.unordered().maxConcurrency(2))
                        .peek(outcome -> gate(1).open());
        assertThat(outcomes).containsExactly(ok(2), ok(1));
        nothingIsLeft();
    }

    @Test
    void no_more_tasks_run_than_may_and_as_many_as_may() {
        AtomicInteger running = new AtomicInteger();
        Queue<Integer> counts = new ConcurrentLinkedQueue<>();
        Stream<Outcome<Integer>> outcomes =
                Task.asyncStream(
                        IntStream.range(0, 30).boxed().toList(),
                        number -> {
                            counts.add(running.incrementAndGet());
                            if (number < 3) {
                                until(() -> counts.size() >= 3);
                            }
                            return running.decrementAndGet();
                        },
                        PATIENT.maxConcurrency(3));
        assertThat(outcomes).hasSize(30);
        assertThat(counts).allMatch(count -> count <= 3).contains(3);
    }

    @Test
    void nothing_runs_until_the_stream_is_read_and_nothing_beyond_what_is_needed() {
        Queue<Integer> begun = new ConcurrentLinkedQueue<>();
        Stream<Outcome<Integer>> outcomes =
                Task.asyncStream(
                        List.of(1, 2, 3),
                        number -> {
                            begun.add(number);
                            return number;
                        },
                        PATIENT.maxConcurrency(1));
        assertThat(begun).isEmpty();
        try (outcomes) {
            assertThat(outcomes.findFirst()).contains(ok(1));
        }
        assertThat(begun).doesNotContain(3);
        nothingIsLeft();
    }

    @Test
    void an_empty_stream_has_no_outcomes() {
        assertThat(Task.asyncStream(List.<Integer>of(), this::atItsGate)).isEmpty();
    }

    @Test
    void a_crash_takes_the_caller_with_it() {
        IOException cause = new IOException("disk full");
        ExitReason end =
                endOf(() ->
                        Task.asyncStream(
                                        List.of(1),
                                        number -> {
                                            throw cause;
                                        },
                                        PATIENT)
                                .toList());
        assertThat(end).isEqualTo(new ExitReason.Crash(cause));
    }

    @Test
    void a_caller_that_traps_exits_gets_a_crash_as_an_outcome_and_no_message() {
        trapExits(true);
        Stream<Outcome<Integer>> outcomes =
                Task.asyncStream(List.of(1, 2, 3), TaskStreamTest::failAtTwo, PATIENT);
        assertThat(outcomes).containsExactly(ok(1), new Outcome.Exited<>(OOPS), ok(3));
        nothingIsLeft();
    }

    private static int failAtTwo(int number) {
        if (number == 2) {
            throw new Exit(OOPS);
        }
        return number;
    }

    @Test
    void a_task_that_takes_too_long_ends_the_caller_and_all_tasks() {
        Queue<Pid<?>> tasks = new ConcurrentLinkedQueue<>();
        ExitReason reason =
                Failures.ofExit(() ->
                        Task.asyncStream(
                                        List.of(1, 2),
                                        number -> {
                                            tasks.add(Processes.self());
                                            return atItsGate(number);
                                        },
                                        PATIENT.maxConcurrency(2).timeout(SHORT))
                                .toList());
        assertThat(reason).isInstanceOf(ExitReason.InCall.class);
        assertThat(((ExitReason.InCall) reason).reason()).isEqualTo(ExitReason.TIMEOUT);
        assertThat(tasks).noneMatch(Processes::isAlive);
        nothingIsLeft();
    }

    @Test
    void a_late_task_is_killed_if_the_options_say_so_and_the_others_go_on() {
        Stream<Outcome<Integer>> outcomes =
                TaskStream.of(
                        List.of(2, 3),
                        this::lateOrDone,
                        PATIENT.maxConcurrency(1).timeout(SHORT).killLateTasks());
        assertThat(outcomes).containsExactly(new Outcome.Exited<>(ExitReason.TIMEOUT), ok(3));
        nothingIsLeft();
    }

    /**
     * Starts a task that does not end, if its number is even; another ends before its limit begins.
     */
    private Task<Integer> lateOrDone(int number) {
        if (number % 2 == 0) {
            return Task.async(() -> atItsGate(number));
        }
        Task<Integer> done = Task.async(() -> number);
        Patience.until(() -> !Processes.isAlive(done.pid()));
        return done;
    }

    @Test
    void a_stream_that_has_failed_has_no_more_outcomes() {
        Iterator<Outcome<Integer>> outcomes =
                Task.asyncStream(List.of(1, 2, 3), this::atItsGate, PATIENT.timeout(SHORT))
                        .iterator();
        Failures.ofExit(outcomes::hasNext);
        assertThat(outcomes.hasNext()).isFalse();
        nothingIsLeft();
    }

    @Test
    void options_that_cannot_be_are_refused_with_the_value() {
        assertThatThrownBy(() -> TaskStreamOptions.DEFAULTS.maxConcurrency(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxConcurrency is 0");
        assertThatThrownBy(() -> TaskStreamOptions.DEFAULTS.timeout(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-0.001S");
    }
}
