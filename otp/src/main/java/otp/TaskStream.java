package otp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The tasks of a {@link Task#asyncStream}, started while their outcomes are read. */
final class TaskStream<T, R> implements Iterator<Task.Outcome<R>> {

    /** A task, until its outcome has been handed out. */
    private static final class Entry<R> {

        private final Task<R> task;
        private final long deadline;

        /** Null for as long as the task runs. */
        private Task.Outcome<R> outcome;

        Entry(Task<R> task, Duration timeout) {
            this.task = task;
            this.deadline = Deadline.after(timeout);
        }
    }

    private final Pid<?> reader = Processes.self();
    private final Iterator<? extends T> elements;
    private final Function<? super T, Task<R>> start;
    private final TaskStreamOptions options;

    /** What runs, by the monitor of its task; what has to be done first is the first. */
    private final SequencedMap<Monitor, Entry<R>> running = new LinkedHashMap<>();

    /** What is to be handed out next: in the order of the elements, or of the outcomes. */
    private final Queue<Entry<R>> queue = new ArrayDeque<>();

    /** Set once all tasks have been ended: nothing is started any more. */
    private boolean isOver;

    private TaskStream(
            Iterator<? extends T> elements,
            Function<? super T, Task<R>> start,
            TaskStreamOptions options) {
        this.elements = elements;
        this.start = start;
        this.options = options;
    }

    static <T, R> Stream<Task.Outcome<R>> of(
            Iterable<? extends T> elements,
            Function<? super T, Task<R>> start,
            TaskStreamOptions options) {
        TaskStream<T, R> tasks = new TaskStream<>(elements.iterator(), start, options);
        int characteristics = options.isOrdered() ? Spliterator.ORDERED : 0;
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(tasks, characteristics), false)
                .onClose(tasks::close);
    }

    /** While there is something to hand out, the elements are not asked: they may fail. */
    @Override
    public boolean hasNext() {
        checkReader();
        return !running.isEmpty() || !queue.isEmpty() || !isOver && elements.hasNext();
    }

    /** The outcomes come to the mailbox of the process for which the tasks work. */
    private void checkReader() {
        Pid<?> caller = Processes.self();
        if (caller != reader) {
            throw new IllegalArgumentException(
                    "a stream of tasks is read and closed by the process that has asked for it, which is %s, and not by %s"
                            .formatted(reader, caller));
        }
    }

    @Override
    public Task.Outcome<R> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("every task has had its outcome");
        }
        startMore();
        while (queue.isEmpty() || queue.peek().outcome == null) {
            awaitOne();
            startMore();
        }
        return queue.remove().outcome;
    }

    /** If the elements fail, there is nobody to read on, and so the tasks end. */
    private void startMore() {
        try {
            startAllThatMayRun();
        } catch (Throwable failed) {
            endAll();
            throw failed;
        }
    }

    private void startAllThatMayRun() {
        while (running.size() < options.maxConcurrency() && elements.hasNext()) {
            Entry<R> entry = new Entry<>(start.apply(elements.next()), options.timeout());
            running.put(entry.task.monitor(), entry);
            if (options.isOrdered()) {
                queue.add(entry);
            }
        }
    }

    /** Waits until one of the tasks has an outcome, or has taken too long. */
    private void awaitOne() {
        Entry<R> next = running.firstEntry().getValue();
        Duration left = Duration.ofNanos(Math.max(0, Deadline.remaining(next.deadline)));
        Optional<Object> answer = Processes.receive(Object.class, this::isAnswer, left);
        if (answer.isPresent()) {
            Entry<R> entry = running.get(monitorOf(answer.get()));
            settle(entry, outcome(entry, answer.get()));
        } else {
            endLate(next);
        }
    }

    private boolean isAnswer(Object message) {
        return running.containsKey(monitorOf(message));
    }

    private static Monitor monitorOf(Object message) {
        return switch (message) {
            case Task.Reply<?>(Task<?> task, _) -> task.monitor();
            case Down down -> down.monitor();
            default -> null;
        };
    }

    @SuppressWarnings("unchecked")
    private Task.Outcome<R> outcome(Entry<R> entry, Object answer) {
        if (answer instanceof Down down) {
            return new Task.Outcome.Exited<>(down.reason());
        }
        Processes.demonitorAndFlush(entry.task.monitor());
        return new Task.Outcome.Ok<>(((Task.Reply<R>) answer).value());
    }

    /** Hands out an outcome, and takes care that nothing else is heard of the task. */
    private void settle(Entry<R> entry, Task.Outcome<R> outcome) {
        forgetLink(entry.task);
        running.remove(entry.task.monitor());
        entry.outcome = outcome;
        if (!options.isOrdered()) {
            queue.add(entry);
        }
    }

    private static void forgetLink(Task<?> task) {
        Pid<?> pid = task.pid();
        Processes.unlink(pid);
        Processes.receive(ExitMessage.class, exit -> exit.from() == pid, Duration.ZERO);
    }

    private void endLate(Entry<R> late) {
        if (!options.killsLateTasks()) {
            endAll();
            throw new Exit(
                    new ExitReason.InCall(ExitReason.TIMEOUT, late.task.pid(), "asyncStream"));
        }
        late.task.shutdown(Shutdown.BRUTAL_KILL);
        settle(late, new Task.Outcome.Exited<>(ExitReason.TIMEOUT));
    }

    /** To kill another process's tasks would kill that process, which is linked to them. */
    private void close() {
        checkReader();
        endAll();
    }

    /** All are told first, since the wait for one of them may be interrupted. */
    private void endAll() {
        isOver = true;
        queue.clear();
        running.values().forEach(entry -> entry.task.kill());
        running.values()
                .forEach(entry -> {
                    entry.task.shutdown(Shutdown.BRUTAL_KILL);
                    forgetLink(entry.task);
                });
        running.clear();
    }
}
