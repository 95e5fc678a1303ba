// Task 1: whatever the queue is made of.
package jobs;

import otp.ChildSpec;
import otp.Name;
import otp.Supervisor;
import otp.SupervisorFlags;

/** Restarts the queue's server under its name. */
final class JobSupervisor {

    private JobSupervisor() {}

    static JobQueue startLink(String queue, int workers, int attempts) {
        Name<JobServer.Message> name = new Name<>("job_queue");
        Supervisor.startLink(
                        SupervisorFlags.oneForOne(),
                        ChildSpec.worker(name, () -> JobServer.startLink(name, workers, attempts)))
                .pid();
        return new JobServer.Interface(name);
    }
}
// End of task 1.
