package jobs;

/** Does jobs, a few at a time, and again if they fail. Any process may use it. */
public interface JobQueue {

    /**
     * Hands a job over. Blocks until the queue has accepted it, which is long before it is done.
     *
     * @param id what the job is called; no two jobs of a queue are called the same
     * @return false if the queue knows a job of that id already: this one is not done then
     */
    boolean submit(String id, Job job);

    /** Returns how far a job is. Blocks until the queue has answered, which is at once. */
    JobState state(String id);

    /**
     * Waits until a job is done or given up, however long that takes, and returns which. Does not
     * wait for a job that the queue does not know.
     *
     * @throws otp.Exit if the process that keeps the job ends meanwhile
     */
    JobState await(String id);
}
