package counter.system;

import counter.worker.Worker;

import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Exit;
import otp.Name;
import otp.Start;

/** The supervisor of the workers, which starts them when a client needs them. */
public final class WorkerSupervisor {

    static final Name<DynamicSupervisor.Message> NAME = new Name<>("counter_worker_supervisor");

    private WorkerSupervisor() {}

    /** Starts the supervisor, linked to the caller, without workers. */
    public static Start<DynamicSupervisor.Message> startLink() {
        // Task 1: under its name, supervise 100 workers at most, and restart each alone.
        return DynamicSupervisor.startLink(
                NAME, DynamicSupervisorFlags.oneForOne().maxChildren(100));
        // End of task 1.
    }

    /**
     * Starts a worker.
     *
     * @return {@link Start.AlreadyStarted} if one of that name runs, {@link Start.Failed} with
     *     {@link DynamicSupervisor#MAX_CHILDREN} if there are 100 workers, whatever their names
     */
    public static Start<Worker.Message> startWorker(Object name) {
        // Task 2: have the supervisor start a worker of this name as its child.
        return DynamicSupervisor.startChild(NAME, Worker.childSpec(name));
        // End of task 2.
    }

    /**
     * Has a worker run: one that runs already, or else a new one.
     *
     * @throws Exit if it does not run, and cannot be started, with the reason
     * @throws IllegalArgumentException if there is no registry to look in
     */
    public static void ensureWorker(Object name) {
        // Task 3: start a worker if none runs; a faster client is no failure.
        if (Worker.isRunning(name)) {
            return;
        }
        try {
            startWorker(name).running();
        } catch (Exit failed) {
            if (!Worker.isRunning(name)) {
                throw failed;
            }
        }
        // End of task 3.
    }
}
