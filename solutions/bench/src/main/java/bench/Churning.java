package bench;

/** A library whose processes can be killed from outside. */
interface Churning extends Peer {

    /** Spawns idle processes, each with a name, kills them all, and waits until they have ended. */
    void spawnAndKill(int count) throws Exception;

    /** Counts the processes that there are, and those names of as many churned ones still taken. */
    int processesAndNames(int churned);
}
