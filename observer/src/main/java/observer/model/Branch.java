package observer.model;

import observer.wire.SupervisionView.WaitingChild;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What is known of a supervisor beside what is known of every process. */
final class Branch {

    final String strategy;
    final int maxRestarts;
    final int maxSeconds;
    final Siblings children = new Siblings();
    int restartsEver;

    /** Those that its process has started, and that are not its children, or not yet. */
    final Set<Node> starting = new LinkedHashSet<>(1);

    /** When it has restarted children, within its period. */
    private final Deque<Double> restarts = new ArrayDeque<>();

    /** The children that have ids, whether they have a process or not. */
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    /** A child with an id: it keeps its place when it has no process. */
    static final class Slot {
        final int place;
        Node node;
        boolean isRestarting;

        Slot(int place) {
            this.place = place;
        }
    }

    Branch(String strategy, int maxRestarts, int maxSeconds) {
        this.strategy = strategy;
        this.maxRestarts = maxRestarts;
        this.maxSeconds = maxSeconds;
    }

    /** Returns the slot of an id, a new one if it has none. */
    Slot slot(String childId) {
        return slots.computeIfAbsent(childId, _ -> new Slot(children.newPlace()));
    }

    /** Notes that a child was started, and has chosen not to run; a temporary one is not kept. */
    void choseNotToRun(String childId, boolean isKept) {
        Slot slot = slot(childId);
        slot.isRestarting = false;
        if (slot.node != null) {
            slot.node.choseNotToRun = true;
        }
        if (!isKept) {
            forget(childId);
        }
    }

    /** Has each child of a successor succeed the one that had its id here. */
    void inherit(Branch successor, BiConsumer<Node, Node> succeed) {
        slots.forEach((id, slot) -> {
            Slot next = successor.slots.get(id);
            if (slot.node != null && next != null && next.node != null) {
                succeed.accept(slot.node, next.node);
            }
        });
    }

    /** Forgets children without a process that have none of these ids: they were deleted. */
    void forgetOthers(Set<String> childIds) {
        slots.entrySet()
                .removeIf(slot -> isEmpty(slot.getValue()) && !childIds.contains(slot.getKey()));
    }

    /** Forgets a child that has ended and does not come back. */
    void forget(String childId) {
        slots.remove(childId);
    }

    /** Notes a restart: so many there have been within the period, as the supervisor counts. */
    void restarted(double now, int counted) {
        restartsEver++;
        restarts.addLast(now);
        while (restarts.size() > Math.max(counted, 1)) {
            restarts.removeFirst();
        }
    }

    /** Forgets the restarts that are too long ago to count; tells whether there were any. */
    boolean forgetOldRestarts(double now) {
        boolean hasChanged = false;
        while (!restarts.isEmpty() && restarts.getFirst() < now - maxSeconds * 1000.0) {
            restarts.removeFirst();
            hasChanged = true;
        }
        return hasChanged;
    }

    int restarts() {
        return restarts.size();
    }

    int size() {
        return children.size() + (int) slots.values().stream().filter(Branch::isEmpty).count();
    }

    List<WaitingChild> waiting() {
        return slots.entrySet().stream()
                .filter(entry -> isEmpty(entry.getValue()))
                .map(entry ->
                        new WaitingChild(
                                entry.getKey(),
                                entry.getValue().place,
                                entry.getValue().isRestarting ? "restarting" : "stopped"))
                .toList();
    }

    private static boolean isEmpty(Slot slot) {
        return slot.node == null || !slot.node.isAlive();
    }
}
