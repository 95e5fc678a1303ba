package observer.wire;

import java.util.List;

/**
 * What a page shows of a supervisor, and of no other process.
 *
 * @param strategy which children it restarts together, such as {@code one_for_one}
 * @param maxRestarts how many restarts are not too many
 * @param maxSeconds within which time
 * @param restarts how many there have been within that time
 * @param restartsEver how many there have been since it began
 * @param children how many children it has
 * @param hiddenChildren how many of them are not in the picture
 * @param waiting its children that have no process
 */
public record SupervisionView(
        String strategy,
        int maxRestarts,
        int maxSeconds,
        int restarts,
        int restartsEver,
        int children,
        int hiddenChildren,
        List<WaitingChild> waiting) {

    /**
     * A child without a process.
     *
     * @param childId what its supervisor calls it
     * @param place its place among the children
     * @param status {@code stopped} or {@code restarting}
     */
    public record WaitingChild(String childId, int place, String status) {}
}
