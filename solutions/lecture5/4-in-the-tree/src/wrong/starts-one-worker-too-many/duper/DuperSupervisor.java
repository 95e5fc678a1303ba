package duper;

import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

import java.nio.file.Path;

/** The supervisor of all that finds files with the same content. */
public final class DuperSupervisor {

    private DuperSupervisor() {}

    /** Starts to look for duplicates below a folder, linked to the caller. */
    public static Start<Supervisor.Message> startLink(Path folder, int workers) {
        // Task 4: start the four children, such that all are restarted when one has ended.
        return Supervisor.startLink(
                SupervisorFlags.oneForAll(),
                Results.childSpec(),
                PathFinder.childSpec(folder),
                Workers.childSpec(),
                Gatherer.childSpec(workers + 1));
        // End of task 4.
    }
}
