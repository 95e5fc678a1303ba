package duper;

import otp.DynamicSupervisor;
import otp.Name;
import otp.Start;
import otp.Supervisor;

/** The supervisor of any number of workers that hash texts. */
public final class DuperSupervisor {

    static final Name<DynamicSupervisor.Message> WORKERS = new Name<>("duper_worker_supervisor");

    private DuperSupervisor() {}

    /** Starts the system, linked to the caller, without workers. */
    public static Start<Supervisor.Message> startLink() {
        // TODO 3: start the registry, which shares keys, then a supervisor named WORKERS.
        throw new UnsupportedOperationException(
                "TODO 3: start the registry, which shares keys, then a supervisor named WORKERS.");
    }

    /**
     * Starts one more worker.
     *
     * @throws otp.Exit if it cannot be started, with the reason
     */
    public static void addWorker() {
        // TODO 4: start one more child of the one kind that there is, or fail.
        throw new UnsupportedOperationException(
                "TODO 4: start one more child of the one kind that there is, or fail.");
    }
}
