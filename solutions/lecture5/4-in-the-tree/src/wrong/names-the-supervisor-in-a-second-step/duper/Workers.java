package duper;

import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Name;
import otp.Processes;
import otp.Start;

/** The workers: any number, under a dynamic supervisor that has no class of its own. */
public final class Workers {

    static final Name<DynamicSupervisor.Message> NAME = new Name<>("duper_worker_supervisor");

    private Workers() {}

    /** Specifies the supervisor of the workers, without any, as the child of another. */
    public static ChildSpec<DynamicSupervisor.Message> childSpec() {
        return ChildSpec.supervisor("duper_worker_supervisor", Workers::startLink);
    }

    private static Start<DynamicSupervisor.Message> startLink() {
        Start<DynamicSupervisor.Message> start =
                DynamicSupervisor.startLink(DynamicSupervisorFlags.oneForOne());
        Processes.register(start.pid(), NAME);
        return start;
    }

    /**
     * Starts one more worker.
     *
     * @throws otp.Exit if it cannot be started, with the reason
     */
    public static void add(int number) {
        DynamicSupervisor.startChild(NAME, DuperWorker.childSpec(number)).pid();
    }
}
