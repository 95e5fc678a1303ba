package observer.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The children of a supervisor, or those that have none: the living by their places, and those that
 * have ended and are still in the picture.
 */
final class Siblings {

    private final TreeMap<Integer, Node> living = new TreeMap<>();
    private final Set<Node> dead = new LinkedHashSet<>(2);
    private int shown;
    private int next;

    /** Returns a place behind all others. */
    int newPlace() {
        return next++;
    }

    /** Puts a living process into its place; who was there before goes behind all others. */
    void put(Node node) {
        next = Math.max(next, node.place + 1);
        Node other = living.put(node.place, node);
        if (other != null && other != node) {
            other.place = newPlace();
            living.put(other.place, other);
        }
        shown += node.isShown ? 1 : 0;
    }

    /** Forgets a process. */
    void remove(Node node) {
        if (living.remove(node.place, node)) {
            shown -= node.isShown ? 1 : 0;
        }
        dead.remove(node);
    }

    /** Notes that a living process has ended, and is still in the picture. */
    void keepDead(Node node) {
        remove(node);
        dead.add(node);
    }

    /** Notes that a process has come into the picture, or has left it. */
    void showsChanged(Node node) {
        if (living.get(node.place) == node) {
            shown += node.isShown ? 1 : -1;
        }
    }

    int size() {
        return living.size();
    }

    /** Returns how many of the living are in the picture. */
    int shown() {
        return shown;
    }

    Collection<Node> living() {
        return living.values();
    }

    /** Returns those in the picture, by their places, the dead before their successors. */
    List<Node> inPicture() {
        List<Node> all = new ArrayList<>(dead);
        living.values().stream().filter(node -> node.isShown).limit(shown).forEach(all::add);
        all.sort((one, other) ->
                one.place == other.place
                        ? Long.compare(one.id, other.id)
                        : Integer.compare(one.place, other.place));
        return all;
    }
}
