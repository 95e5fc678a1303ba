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
        return Supervisor.startLink(
                SupervisorFlags.restForOne(),
                DuperWorker.REGISTRY.childSpec(Registry.Keys.DUPLICATE),
                ChildSpec.supervisor(
                        "duper_worker_supervisor",
                        () ->
                                DynamicSupervisor.startLink(
                                        WORKERS,
                                        DynamicSupervisorFlags.oneForOne().maxChildren(500))));
    }

    /**
     * Starts one more worker.
     *
     * @throws otp.Exit if it cannot be started, with the reason
     */
    public static void addWorker() {
        DynamicSupervisor.startChild(WORKERS, DuperWorker.childSpec()).pid();
    }
}
