package jobs;

/** A piece of work. */
@FunctionalInterface
public interface Job {

    /**
     * Does it, once; how long that takes is for the job to know.
     *
     * @return what came of it
     * @throws Exception if it failed
     */
    String run() throws Exception;
}
