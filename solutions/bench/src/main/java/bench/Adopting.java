package bench;

/** A library that makes a process of any thread that needs to be one. */
interface Adopting extends Peer {

    /** Returns how long it takes, in seconds, until that many living threads have become ones. */
    double adopt(int threads) throws Exception;
}
