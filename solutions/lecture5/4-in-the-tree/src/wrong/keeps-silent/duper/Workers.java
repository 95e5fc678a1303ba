package duper;

import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Name;

/** The workers: any number, under a dynamic supervisor that has no class of its own. */
public final class Workers {

    static final Name<DynamicSupervisor.Message> NAME = new Name<>("duper_worker_supervisor");

    private Workers() {}

    /** Specifies the supervisor of the workers, without any, as the child of another. */
    public static ChildSpec<DynamicSupervisor.Message> childSpec() {
        return ChildSpec.supervisor(
                "duper_worker_supervisor",
                () -> DynamicSupervisor.startLink(NAME, DynamicSupervisorFlags.oneForOne()));
    }

    /**
     * Starts one more worker.
     *
     * @throws otp.Exit if it cannot be started, with the reason
     */
    public static void add(int number) {
        DynamicSupervisor.startChild(NAME, DuperWorker.childSpec(number));
    }
}
