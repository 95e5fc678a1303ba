package jobs;

import otp.ChildSpec;
import otp.Name;
import otp.Restart;
import otp.Supervisor;
import otp.SupervisorFlags;

/** Restarts the queue's server under its name. */
final class JobSupervisor {

    private JobSupervisor() {}

    static JobQueue startLink(String queue, int workers, int attempts) {
        Name<JobServer.Message> name = new Name<>(queue);
        Supervisor.startLink(
                        SupervisorFlags.oneForOne(),
                        ChildSpec.worker(name, () -> JobServer.startLink(name, workers, attempts))
                                .withRestart(Restart.TEMPORARY))
                .pid();
        return new JobServer.Interface(name);
    }
}
