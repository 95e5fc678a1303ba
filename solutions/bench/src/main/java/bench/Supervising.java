package bench;

/** A library that has supervisors. */
interface Supervising extends Peer {

    /** A supervised server. */
    interface Child {

        /** Ends the server in the middle of its life. */
        void crash();

        /** Waits until the server answers: the next one, if the last has crashed. */
        void awaitAnswer();
    }

    /** Starts a server that is restarted when it crashes, however often. */
    Child startChild() throws Exception;

    /** Starts a supervisor with idle children; running what is returned stops it, and waits. */
    Measurement startSupervisorOf(int children) throws Exception;
}
