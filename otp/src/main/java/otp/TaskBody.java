package otp;

import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * What the process of a task runs. It waits to be told for which task it works, because its owner
 * monitors it first.
 *
 * @param owner the process that has asked for the task
 * @param work what there is to do
 */
record TaskBody<R>(Pid<?> owner, Callable<? extends R> work)
        implements ThrowingRunnable, Body.Labelled {

    /**
     * Tells the process of a task to begin.
     *
     * @param task the task
     */
    record Begin<R>(Task<R> task) {}

    static final String LABEL = "Task";

    static final String NO_WORK = "a task needs work, which cannot be null";

    TaskBody {
        Objects.requireNonNull(work, NO_WORK);
    }

    /** Returns the body of a task of the calling process. */
    static <R> TaskBody<R> of(Callable<? extends R> work) {
        return new TaskBody<>(Processes.self(), work);
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public void runOrThrow() throws Exception {
        Task<R> task = awaitTask();
        task.reply(work.call());
    }

    /** A process that is not linked to its owner would wait in vain if that has ended. */
    @SuppressWarnings("unchecked")
    private Task<R> awaitTask() {
        Monitor monitor = Processes.monitor(owner);
        Object message =
                Processes.receive(
                        Object.class,
                        each -> each instanceof Begin<?> || monitor.isAnsweredBy(each));
        if (message instanceof Down down) {
            throw new Exit(new ExitReason.Shutdown(down.reason()));
        }
        Processes.demonitorAndFlush(monitor);
        return ((Begin<R>) message).task();
    }
}
