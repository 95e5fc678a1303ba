package counter;

import otp.ChildSpec;
import otp.ChildSpec.Type;
import otp.DynamicSupervisor;
import otp.Pid;
import otp.Restart;
import otp.ServerRef;
import otp.Shutdown;
import otp.Supervisor;
import otp.Supervisor.ChildInfo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a child was specified, but for the function that starts it.
 *
 * @param id tells the child from its siblings
 * @param restart when it is started again
 * @param shutdown how it is ended
 * @param type whether it is a supervisor itself
 */
public record Specification(Object id, Restart restart, Shutdown shutdown, Type type) {

    private static final String ANY = "any id";

    /** Returns what a worker is by default: always restarted, and given 5 seconds to shut down. */
    public static Specification worker(Object id) {
        Shutdown shutdown = Shutdown.after(Duration.ofSeconds(5));
        return new Specification(id, Restart.PERMANENT, shutdown, Type.WORKER);
    }

    /** Returns what a supervisor is by default: always restarted, and given any time. */
    public static Specification supervisor(Object id) {
        return new Specification(id, Restart.PERMANENT, Shutdown.INFINITY, Type.SUPERVISOR);
    }

    /** Returns what a specification says. */
    public static Specification of(ChildSpec<?> child) {
        return new Specification(child.id(), child.restart(), child.shutdown(), child.type());
    }

    /** Returns this specification for those who do not care about the id. */
    public Specification withAnyId() {
        return new Specification(ANY, restart, shutdown, type);
    }

    /** Returns how the children of a supervisor are specified, in the order of their starts. */
    public static List<Specification> ofChildren(ServerRef<Supervisor.Message> supervisor) {
        return Supervisor.whichChildren(supervisor).reversed().stream()
                .map(ChildInfo::id)
                .map(id -> Supervisor.getChildSpec(supervisor, id))
                .flatMap(Optional::stream)
                .map(Specification::of)
                .toList();
    }

    /** Returns how a child of a dynamic supervisor is specified. */
    public static Specification ofChild(
            ServerRef<DynamicSupervisor.Message> supervisor, Pid<?> child) {
        return DynamicSupervisor.getChildSpec(supervisor, child)
                .map(Specification::of)
                .orElseThrow(() -> new AssertionError(child + " is no child of " + supervisor));
    }
}
