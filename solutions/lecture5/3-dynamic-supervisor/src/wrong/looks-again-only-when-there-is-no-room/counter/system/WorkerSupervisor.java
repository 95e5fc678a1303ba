package counter.system;

import counter.worker.Worker;

import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Exit;
import otp.ExitReason;
import otp.Name;
import otp.Start;

/** The supervisor of the workers, which starts them when a client needs them. */
public final class WorkerSupervisor {

    static final Name<DynamicSupervisor.Message> NAME = new Name<>("counter_worker_supervisor");

    private WorkerSupervisor() {}

    /** Starts the supervisor, linked to the caller, without workers. */
    public static Start<DynamicSupervisor.Message> startLink() {
        return DynamicSupervisor.startLink(
                NAME, DynamicSupervisorFlags.oneForOne().maxChildren(100));
    }

    /**
     * Starts a worker.
     *
     * @return {@link Start.AlreadyStarted} if one of that name runs, {@link Start.Failed} with
     *     {@link DynamicSupervisor#MAX_CHILDREN} if there are 100 workers, whatever their names
     */
    public static Start<Worker.Message> startWorker(Object name) {
        return DynamicSupervisor.startChild(NAME, Worker.childSpec(name));
    }

    /**
     * Has a worker run: one that runs already, or else a new one.
     *
     * @throws Exit if it does not run, and cannot be started, with the reason
     * @throws IllegalArgumentException if there is no registry to look in
     */
    public static void ensureWorker(Object name) {
        if (Worker.isRunning(name)) {
            return;
        }
        if (startWorker(name) instanceof Start.Failed<Worker.Message>(ExitReason reason)) {
            boolean isFull = reason.equals(DynamicSupervisor.MAX_CHILDREN);
            if (!isFull || !Worker.isRunning(name)) {
                throw new Exit(reason);
            }
        }
    }
}
