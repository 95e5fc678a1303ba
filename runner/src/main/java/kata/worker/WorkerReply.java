package kata.worker;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A line of JSON from the worker, which says how far it has come with what it was asked. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
sealed interface WorkerReply {

    /** The code compiles, and its tests are about to begin. */
    record Compiled() implements WorkerReply {}

    /**
     * A test has begun.
     *
     * @param test what it says
     */
    record Begun(String test) implements WorkerReply {}

    /**
     * All is done.
     *
     * @param isLast whether the run has left something that another one would find, such as code
     *     that is still running, so that none is to follow
     */
    record Done(Verdict verdict, boolean isLast) implements WorkerReply {}

    /**
     * The code could not be tested.
     *
     * @param problem why, and what to do
     */
    record Impossible(String problem) implements WorkerReply {}

    /** The code fills the memory. */
    record FillsMemory() implements WorkerReply {}

    /** The code has called {@code System.exit}. */
    record Exits(int code) implements WorkerReply {}

    /** The worker has ended, which it does not say itself: nothing follows. */
    record Ended() implements WorkerReply {}
}
