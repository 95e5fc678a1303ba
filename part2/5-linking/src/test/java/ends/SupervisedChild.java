package ends;

import static otp.Processes.exit;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawnLink;
import static otp.Processes.trapExits;

import otp.ChildSpec;
import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Pid;
import otp.Restart;
import otp.Shutdown;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

/** Tries out, with a supervisor of the runtime, what it does with its child. */
final class SupervisedChild {

    private static final String ID = "child";

    private record Ready(Pid<Object> child) {}

    private SupervisedChild() {}

    /** Ends a child, and looks whether there is another. */
    static boolean isRestartedAfter(Restart restart, ExitReason reason) {
        Pid<Supervisor.Message> supervisor = supervise(child(true).withRestart(restart));
        Pid<Object> child = receive(Ready.class).child();
        monitor(child);
        if (reason.equals(ExitReason.KILLED)) {
            exit(child, ExitReason.KILL);
        } else {
            send(child, reason);
        }
        receive(Down.class);
        boolean isRestarted = Supervisor.countChildren(supervisor).active() > 0;
        Supervisor.stop(supervisor);
        return isRestarted;
    }

    /** Has a supervisor stop a child. */
    static ExitReason afterStop(Shutdown shutdown, boolean inTime) {
        Pid<Supervisor.Message> supervisor = supervise(child(inTime).withShutdown(shutdown));
        monitor(receive(Ready.class).child());
        Supervisor.terminateChild(supervisor, ID);
        ExitReason reason = receive(Down.class).reason();
        Supervisor.stop(supervisor);
        return reason;
    }

    private static Pid<Supervisor.Message> supervise(ChildSpec<Object> child) {
        trapExits(true);
        return Supervisor.startLink(SupervisorFlags.oneForOne(), child).pid();
    }

    /** A child that traps exits is asked to end by a message, and this one does not heed it. */
    private static ChildSpec<Object> child(boolean heedsExits) {
        Pid<Object> test = self();
        return ChildSpec.worker(
                ID,
                () ->
                        new Start.Ok<>(
                                spawnLink(() -> {
                                    trapExits(!heedsExits);
                                    send(test, new Ready(self()));
                                    throw new Exit(receive(ExitReason.class));
                                })));
    }
}
