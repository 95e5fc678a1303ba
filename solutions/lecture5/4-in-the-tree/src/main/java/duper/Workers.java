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
        // Task 1: specify a supervisor, and the function that starts it under its name.
        return ChildSpec.supervisor(
                "duper_worker_supervisor",
                () -> DynamicSupervisor.startLink(NAME, DynamicSupervisorFlags.oneForOne()));
        // End of task 1.
    }

    /**
     * Starts one more worker.
     *
     * @throws otp.Exit if it cannot be started, with the reason
     */
    public static void add(int number) {
        // Task 3: start one more child, with its number, or fail.
        DynamicSupervisor.startChild(NAME, DuperWorker.childSpec(number)).pid();
        // End of task 3.
    }
}
