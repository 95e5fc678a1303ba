package duper;

import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Name;
import otp.Registry;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

/** The supervisor of any number of workers that hash texts. */
public final class DuperSupervisor {

    static final Name<DynamicSupervisor.Message> WORKERS = new Name<>("duper_worker_supervisor");

    private DuperSupervisor() {}

    /** Starts the system, linked to the caller, without workers. */
    public static Start<Supervisor.Message> startLink() {
        // Task 3: start the registry, which shares keys, then a supervisor named WORKERS.
        return Supervisor.startLink(
                SupervisorFlags.restForOne(),
                DuperWorker.REGISTRY.childSpec(Registry.Keys.DUPLICATE),
                ChildSpec.supervisor(
                        "duper_worker_supervisor",
                        () ->
                                DynamicSupervisor.startLink(
                                        WORKERS, DynamicSupervisorFlags.oneForOne())));
        // End of task 3.
    }

    /**
     * Starts one more worker.
     *
     * @throws otp.Exit if it cannot be started, with the reason
     */
    public static void addWorker() {
        // Task 4: start one more child of the one kind that there is, or fail.
        DynamicSupervisor.startChild(WORKERS, DuperWorker.childSpec()).pid();
        // End of task 4.
    }
}
