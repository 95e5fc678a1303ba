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

    /** Those of the living that are in the picture: few, whose places may be far apart. */
    private final TreeMap<Integer, Node> shown = new TreeMap<>();

    private final Set<Node> dead = new LinkedHashSet<>(2);
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
            shown.remove(other.place, other);
            other.place = newPlace();
            living.put(other.place, other);
            showsChanged(other);
        }
        showsChanged(node);
    }

    /** Forgets a process. */
    void remove(Node node) {
        living.remove(node.place, node);
        shown.remove(node.place, node);
        dead.remove(node);
    }

    /** Notes that a living process has ended, and is still in the picture. */
    void keepDead(Node node) {
        remove(node);
        dead.add(node);
    }

    /** Notes that a process has come into the picture, or has left it. */
    void showsChanged(Node node) {
        if (node.isShown && living.get(node.place) == node) {
            shown.put(node.place, node);
        } else {
            shown.remove(node.place, node);
        }
    }

    int size() {
        return living.size();
    }

    /** Returns how many of the living are in the picture. */
    int shown() {
        return shown.size();
    }

    Collection<Node> living() {
        return living.values();
    }

    /** Returns those in the picture, by their places, the dead before their successors. */
    List<Node> inPicture() {
        List<Node> all = new ArrayList<>(dead);
        all.addAll(shown.values());
        all.sort((one, other) ->
                one.place == other.place
                        ? Long.compare(one.id, other.id)
                        : Integer.compare(one.place, other.place));
        return all;
    }
}
