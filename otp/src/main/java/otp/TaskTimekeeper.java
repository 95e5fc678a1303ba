package otp;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that ends the tasks of a {@link TaskStream} which take too long, also while their owner
 * is busy with something else, or has left off reading. It ends when there is nothing left to wait
 * for, and with the owner.
 */
final class TaskTimekeeper implements Runnable, Body.Labelled {

    private static final int ENDED = -1;

    /** How long a task may take; the timekeeper gets it when that time is over. */
    static final class Limit {

        private final TaskTimekeeper timekeeper;
        private final Task<?> task;
        private final Timer timer;
        private volatile boolean isPassed;

        private Limit(TaskTimekeeper timekeeper, Task<?> task, Duration time) {
            this.timekeeper = timekeeper;
            this.task = task;
            this.timer = Processes.sendAfter(timekeeper.pid, this, time);
        }

        /** Says that the task has an outcome. */
        void cancel() {
            if (Processes.cancelTimer(timer).isPresent()
                    && timekeeper.limits.decrementAndGet() == 0) {
                Processes.send(timekeeper.pid, new Idle());
            }
        }

        /** Tells whether the task was ended because it took too long. */
        boolean isPassed() {
            return isPassed;
        }

        /**
         * The owner, to which the task may be linked, is to live on. A task that was killed in time
         * is not late, even if nobody has looked since.
         */
        private void pass() {
            LocalProcess<?> process = (LocalProcess<?>) task.pid();
            if (process.isAlive()) {
                isPassed = true;
                process.lifeline().unlink((LocalProcess<?>) task.owner());
                Processes.exit(process, ExitReason.KILL);
            }
        }
    }

    private record Stop() {}

    /** There is no limit just now: nobody may ever set another. */
    private record Idle() {}

    /** The process for which the tasks work. */
    private final Pid<?> owner = Processes.self();

    /** How many limits there are, or that the process takes no more. */
    private final AtomicInteger limits = new AtomicInteger();

    private final Pid<Object> pid = Processes.spawn(this);

    /** Limits the time that a task may take from now on; null if the timekeeper has ended. */
    Limit limit(Task<?> task, Duration time) {
        int before = limits.getAndUpdate(number -> number == ENDED ? ENDED : number + 1);
        return before == ENDED ? null : new Limit(this, task, time);
    }

    /** Has the process end, and all limits with it. */
    void stop() {
        Processes.send(pid, new Stop());
    }

    /** Tells whether it has ended though there was something left to wait for. */
    boolean wasKilled() {
        return !Processes.isAlive(pid) && limits.get() != ENDED;
    }

    Pid<?> pid() {
        return pid;
    }

    @Override
    public void run() {
        Processes.monitor(owner);
        while (hears(Processes.receive()) && !limits.compareAndSet(0, ENDED)) {
            // There are limits left, or a new one was set meanwhile.
        }
    }

    /** Returns false for what asks it to end. */
    private boolean hears(Object message) {
        if (message instanceof Limit limit) {
            limit.pass();
            limits.decrementAndGet();
        }
        return message instanceof Limit || message instanceof Idle;
    }

    @Override
    public String label() {
        return "TaskTimekeeper";
    }
}
