package jobs;

import jobs.JobState.Done;
import jobs.JobState.GivenUp;

import otp.ExitReason;
import otp.From;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the server knows of a job.
 *
 * @param failures how many attempts have failed
 * @param first why the first of them failed, if one has
 * @param waiting the clients that wait for its end
 */
record KeptJob(
        String id,
        Job job,
        JobState state,
        int failures,
        ExitReason first,
        List<From<JobState>> waiting) {

    static KeptJob of(String id, Job job) {
        return new KeptJob(id, job, new JobState.Waiting(), 0, null, List.of());
    }

    boolean hasEnded() {
        return state instanceof Done || state instanceof GivenUp;
    }

    KeptJob in(JobState next) {
        return new KeptJob(id, job, next, failures, first, waiting);
    }

    KeptJob failed(ExitReason reason) {
        return new KeptJob(
                id,
                job,
                new JobState.Waiting(),
                failures + 1,
                first == null ? reason : first,
                waiting);
    }

    KeptJob waitedForBy(From<JobState> client) {
        return new KeptJob(
                id,
                job,
                state,
                failures,
                first,
                Stream.concat(waiting.stream(), Stream.of(client)).toList());
    }
}
