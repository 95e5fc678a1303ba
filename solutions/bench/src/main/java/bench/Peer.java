package bench;

/**
 * A library that is measured: how it does what every one of them can do.
 *
 * <p>What only some can do is in {@link Supervising}, {@link Churning} and {@link Reading}.
 */
interface Peer {

    /** The cache server of the articles: the server of a list, which it starts if need be. */
    interface Cache {

        /**
         * Asks for the server of a list, and waits for 5 seconds at most where that is possible.
         */
        Object serverProcess(String listName);

        /** Tells the cache something that it does not answer. */
        void note(String listName);
    }

    /** What is measured. */
    interface Measurement {
        void run() throws Exception;
    }

    /** Runs a measurement in whatever surroundings the library needs. */
    void run(Measurement measurement) throws Exception;

    /** Starts a cache that lives until the measurement ends. */
    Cache startCache() throws Exception;

    /** Starts idle servers one after another, runs an action while all are there, and ends them. */
    void withServers(int count, Measurement action) throws Exception;

    /** Runs a client's work beside others. */
    default void startClient(Runnable work) {
        Thread.startVirtualThread(work);
    }
}
