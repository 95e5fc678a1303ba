package jobs;

import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Name;
import otp.Supervisor;
import otp.SupervisorFlags;

/** Starts the supervisor of the attempts, and behind it the server that needs it. */
final class JobSupervisor {

    private JobSupervisor() {}

    static JobQueue startLink(String queue, int workers, int attempts) {
        Name<JobServer.Message> server = new Name<>(queue);
        Name<DynamicSupervisor.Message> supervisor = new Name<>("attempts of " + queue);
        Supervisor.startLink(
                        SupervisorFlags.oneForOne(),
                        ChildSpec.supervisor(
                                supervisor,
                                () ->
                                        DynamicSupervisor.startLink(
                                                supervisor, DynamicSupervisorFlags.oneForOne())),
                        ChildSpec.worker(
                                server,
                                () -> JobServer.startLink(server, supervisor, workers, attempts)))
                .pid();
        return new JobServer.Interface(server);
    }
}
