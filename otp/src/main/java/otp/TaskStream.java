package otp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The tasks of a {@link Task#asyncStream}, started while their outcomes are read. */
final class TaskStream<T, R> implements Iterator<Task.Outcome<R>> {

    /** How soon it is noticed that somebody has killed what limits the tasks' time. */
    private static final Duration CHECK = Duration.ofSeconds(1);

    /** A task, until its outcome has been handed out. */
    private static final class Entry<R> {

        private final Task<R> task;
        private final TaskTimekeeper.Limit limit;

        /** Null for as long as the task runs. */
        private Task.Outcome<R> outcome;

        Entry(Task<R> task, TaskTimekeeper.Limit limit) {
            this.task = task;
            this.limit = limit;
        }
    }

    private final Pid<?> reader = Processes.self();
    private final Iterator<? extends T> elements;
    private final Function<? super T, Task<R>> start;
    private final TaskStreamOptions options;

    /** What runs, by the monitor of its task, in the order of the starts. */
    private final Map<Monitor, Entry<R>> running = new LinkedHashMap<>();

    /** What is to be handed out next: in the order of the elements, or of the outcomes. */
    private final Queue<Entry<R>> queue = new ArrayDeque<>();

    /** Ends what takes too long; null if nothing has begun. */
    private TaskTimekeeper timekeeper;

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
        boolean isMore = !running.isEmpty() || !queue.isEmpty() || !isOver && elements.hasNext();
        if (!isMore) {
            stopTimekeeper();
        }
        return isMore;
    }

    private void stopTimekeeper() {
        if (timekeeper != null) {
            timekeeper.stop();
            timekeeper = null;
        }
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
            T element = elements.next();
            checkNotClosed();
            begin(start.apply(element));
        }
        checkNotClosed();
    }

    /** Whatever gives the elements may close the stream: no task must begin after that. */
    private void checkNotClosed() {
        if (isOver) {
            throw new IllegalStateException(
                    "a stream of tasks was closed while it asked for its elements");
        }
    }

    private void begin(Task<R> task) {
        Entry<R> entry = new Entry<>(task, limit(task));
        running.put(task.monitor(), entry);
        if (options.isOrdered()) {
            queue.add(entry);
        }
    }

    /** A timekeeper may have ended since its last task: but not before its first. */
    private TaskTimekeeper.Limit limit(Task<R> task) {
        TaskTimekeeper.Limit limit =
                timekeeper == null ? null : timekeeper.limit(task, options.timeout());
        if (limit == null) {
            timekeeper = new TaskTimekeeper();
            limit = timekeeper.limit(task, options.timeout());
        }
        return limit;
    }

    /** Waits until one of the tasks has an outcome. */
    private void awaitOne() {
        Object answer = answer();
        Entry<R> entry = running.get(monitorOf(answer));
        settle(entry, outcome(entry, answer));
    }

    /** What is there is handed out, whatever has become of the timekeeper. */
    private Object answer() {
        while (true) {
            Optional<Object> answer = Processes.receive(Object.class, this::isAnswer, CHECK);
            if (answer.isPresent()) {
                return answer.get();
            }
            checkTimekeeper();
        }
    }

    /** As in Elixir, without it the stream ends: nothing else would end a task that is late. */
    private void checkTimekeeper() {
        if (timekeeper.wasKilled()) {
            ExitReason reason =
                    new ExitReason.InCall(ExitReason.KILLED, timekeeper.pid(), "asyncStream");
            endAll();
            throw new Exit(reason);
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
            return entry.limit.isPassed() && ExitReason.KILLED.equals(down.reason())
                    ? tooLate(entry)
                    : new Task.Outcome.Exited<>(down.reason());
        }
        Processes.demonitorAndFlush(entry.task.monitor());
        return new Task.Outcome.Ok<>(((Task.Reply<R>) answer).value());
    }

    private Task.Outcome<R> tooLate(Entry<R> late) {
        if (!options.killsLateTasks()) {
            endAll();
            throw new Exit(
                    new ExitReason.InCall(ExitReason.TIMEOUT, late.task.pid(), "asyncStream"));
        }
        return new Task.Outcome.Exited<>(ExitReason.TIMEOUT);
    }

    /** Hands out an outcome, and takes care that nothing else is heard of the task. */
    private void settle(Entry<R> entry, Task.Outcome<R> outcome) {
        entry.limit.cancel();
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

    /** To kill another process's tasks would kill that process, which is linked to them. */
    private void close() {
        checkReader();
        endAll();
    }

    /** All are told first, since the wait for one of them may be interrupted. */
    private void endAll() {
        isOver = true;
        stopTimekeeper();
        queue.clear();
        Queue<Task<R>> left = new ArrayDeque<>();
        running.values().forEach(entry -> left.add(entry.task));
        running.clear();
        left.forEach(Task::kill);
        awaitEnds(left);
    }

    private static <R> void awaitEnds(Queue<Task<R>> left) {
        try {
            while (!left.isEmpty()) {
                left.element().shutdown(Shutdown.BRUTAL_KILL);
                forgetLink(left.remove());
            }
        } finally {
            left.forEach(task -> {
                task.forget();
                forgetLink(task);
            });
        }
    }
}
