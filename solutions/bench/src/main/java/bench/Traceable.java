package bench;

/** A library whose processes can be traced. */
interface Traceable extends Peer {

    /**
     * Runs a measurement while a process of its own is told of everything; returns how much was
     * lost, because it came faster than it was read.
     */
    long traced(Measurement measurement) throws Exception;

    /** Sends a process so many messages, evenly over a second, while it takes them. */
    void exchange(int messages) throws Exception;
}
