// Task 1: whatever the queue is made of.
package jobs;

import jobs.JobState.Done;
import jobs.JobState.GivenUp;

import otp.From;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the server knows of a job.
 *
 * @param failures how many attempts have failed
 * @param waiting the clients that wait for its end
 */
record KeptJob(String id, Job job, JobState state, int failures, List<From<JobState>> waiting) {

    static KeptJob of(String id, Job job) {
        return new KeptJob(id, job, new JobState.Waiting(), 0, List.of());
    }

    boolean hasEnded() {
        return state instanceof Done || state instanceof GivenUp;
    }

    KeptJob in(JobState next) {
        return new KeptJob(id, job, next, failures, waiting);
    }

    KeptJob failed() {
        return new KeptJob(id, job, state, failures + 1, waiting);
    }

    KeptJob waitedForBy(From<JobState> client) {
        return new KeptJob(
                id,
                job,
                state,
                failures,
                Stream.concat(waiting.stream(), Stream.of(client)).toList());
    }
}
// End of task 1.
