package duper;

import otp.ChildSpec;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

import java.nio.file.Path;
import java.util.List;

/** The supervisor of all that finds files with the same content. */
public final class DuperSupervisor {

    private DuperSupervisor() {}

    /** Starts to look for duplicates below a folder, linked to the caller. */
    public static Start<Supervisor.Message> startLink(Path folder, int workers) {
        List<ChildSpec<?>> children =
                List.of(
                        Workers.childSpec(),
                        PathFinder.childSpec(folder).withId("paths"),
                        Results.childSpec().withId("results"),
                        Gatherer.childSpec(workers).withId("gatherer"));
        return Supervisor.startLink(SupervisorFlags.oneForAll(), children);
    }
}
