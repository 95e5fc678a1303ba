package jobs;

import otp.ExitReason;

/** How far a job is. */
public sealed interface JobState {

    /** The queue knows no such job. */
    record Unknown() implements JobState {}

    /** It waits for its first attempt, or for another. */
    record Waiting() implements JobState {}

    /** An attempt is under way. */
    record Running() implements JobState {}

    /**
     * It has succeeded.
     *
     * @param result what came of it
     */
    record Done(String result) implements JobState {}

    /**
     * It has failed too often, and is not attempted again.
     *
     * @param reason why the process of the last attempt ended
     */
    record GivenUp(ExitReason reason) implements JobState {}
}
