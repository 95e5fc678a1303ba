package bench;

import otp.ChildSpec;
import otp.Exit;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.Supervisor;
import otp.SupervisorFlags;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** Supervisors of the kata's runtime. */
final class OtpSupervision {

    /** Kept, so that its level is not forgotten: a thousand crashes are a thousand reports. */
    private static final Logger REPORTS = Logger.getLogger("otp");

    private static final Name<IdleServer.Ping> CHILD = new Name<>("child");

    private OtpSupervision() {}

    static Supervising.Child startChild() {
        REPORTS.setLevel(Level.OFF);
        SupervisorFlags flags = SupervisorFlags.oneForOne().maxRestarts(Integer.MAX_VALUE);
        Supervisor.startLink(flags, ChildSpec.worker("child", () -> IdleServer.startLink(CHILD)));
        return new SupervisedServer();
    }

    /** The server of a name, through all of its lives. */
    private static final class SupervisedServer implements Supervising.Child {

        private Optional<Pid<IdleServer.Ping>> crashed = Optional.empty();

        @Override
        public void crash() {
            crashed = Processes.whereis(CHILD);
            Processes.exit(crashed.orElseThrow(), ExitReason.KILL);
        }

        @Override
        public void awaitAnswer() {
            while (Processes.whereis(CHILD).equals(crashed) || !answers()) {
                Thread.yield();
            }
        }

        /** Asks by name: there is nobody of that name for a moment. */
        private static boolean answers() {
            try {
                return IdleServer.ping(CHILD);
            } catch (Exit gone) {
                return false;
            }
        }
    }

    static Peer.Measurement startSupervisorOf(int children) {
        Pid<Supervisor.Message> supervisor =
                Supervisor.startLink(
                                SupervisorFlags.oneForOne(),
                                IntStream.range(0, children)
                                        .mapToObj(id -> ChildSpec.worker(id, IdleServer::startLink))
                                        .toList())
                        .pid();
        return () -> Supervisor.stop(supervisor);
    }
}
