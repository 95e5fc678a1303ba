package observer.model;

import observer.wire.Limits;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is in the picture: so many children of each supervisor, and so many processes in all. A
 * successor has the place of its predecessor; those that have ended stay for some seconds.
 */
final class ShownProcesses {

    private static final int MOST_REVEALED = 100;

    private final Limits limits;
    private final Siblings tops = new Siblings();
    private final Siblings outside = new Siblings();
    private final Deque<Node> revealed = new ArrayDeque<>();

    /** Those that have ended and are in the picture, in the order of their ends. */
    private final Deque<Node> dead = new ArrayDeque<>();

    private final Set<Node> changed = new LinkedHashSet<>();
    private final List<Long> gone = new ArrayList<>();
    private int living;

    ShownProcesses(Limits limits) {
        this.limits = limits;
    }

    /** Returns those that a process stands among. */
    Siblings siblings(Node node) {
        if (node.parent != null) {
            return node.parent.branch.children;
        }
        return node.isSupervisor() ? tops : outside;
    }

    /** Lets a living process enter, in its place. */
    void enter(Node node) {
        siblings(node).put(node);
        if (hasRoomFor(node) || node.isRevealed) {
            show(node);
        }
        touch(node.parent);
    }

    /** Takes a living process from where it stands, so that it can enter elsewhere. */
    void leave(Node node) {
        siblings(node).remove(node);
        touch(node.parent);
    }

    private boolean hasRoomFor(Node node) {
        boolean follows = node.predecessor != null && node.predecessor.isShown;
        return (node.parent == null || node.parent.isShown)
                && living < limits.processes()
                && (follows || siblings(node).shown() < limits.children());
    }

    private void show(Node node) {
        if (!node.isShown) {
            node.isShown = true;
            living++;
            siblings(node).showsChanged(node);
        }
        touch(node);
        if (node.isSupervisor()) {
            fill(node.branch.children);
        }
    }

    private void fill(Siblings siblings) {
        if (siblings.shown() < siblings.size() && siblings.shown() < limits.children()) {
            siblings.living().stream()
                    .filter(node -> !node.isShown)
                    .limit(limits.children() - siblings.shown())
                    .toList()
                    .stream()
                    .filter(this::hasRoomFor)
                    .forEach(this::show);
        }
    }

    /** Fills the room that others have left. */
    void fill() {
        fill(tops);
        fill(outside);
        everybody().filter(Node::isSupervisor).toList().forEach(node -> fill(node.branch.children));
    }

    /** Puts a process into the picture, and those above it; returns them all. */
    List<Node> reveal(Node node) {
        List<Node> path = new ArrayList<>();
        for (Node each = node; each != null; each = each.parent) {
            path.addFirst(each);
        }
        for (Node each : path) {
            if (!each.isRevealed && each.isAlive()) {
                each.isRevealed = true;
                revealed.addLast(each);
                show(each);
            }
        }
        while (revealed.size() > MOST_REVEALED) {
            conceal(revealed.removeFirst());
        }
        return path;
    }

    private void conceal(Node node) {
        node.isRevealed = false;
        Siblings siblings = siblings(node);
        if (node.isAlive() && !node.isSupervisor() && siblings.shown() > limits.children()) {
            unshow(node);
        }
    }

    private void unshow(Node node) {
        if (node.isShown) {
            node.isShown = false;
            living--;
            siblings(node).showsChanged(node);
            changed.remove(node);
            gone.add(node.id);
        }
    }

    /** Notes that a process has ended; tells whether it stays in the picture for a while. */
    boolean ended(Node node) {
        if (!node.isShown) {
            siblings(node).remove(node);
            touch(node.parent);
            return false;
        }
        siblings(node).keepDead(node);
        living--;
        revealed.remove(node);
        dead.addLast(node);
        touch(node);
        touch(node.parent);
        return true;
    }

    /** Removes those whose time is over, or who are too many; returns them. */
    List<Node> buryDead(double now) {
        List<Node> buried = new ArrayList<>();
        while (!dead.isEmpty()
                && (dead.size() > limits.dead()
                        || dead.getFirst().ended < now - limits.deadMillis())) {
            Node node = dead.removeFirst();
            siblings(node).remove(node);
            node.isShown = false;
            changed.remove(node);
            gone.add(node.id);
            buried.add(node);
        }
        return buried;
    }

    /** Puts a living process outside of any tree. */
    void orphan(Node node) {
        leave(node);
        node.parent = null;
        node.place = siblings(node).newPlace();
        enter(node);
    }

    /** Removes a process at once, as if it had never been. */
    void erase(Node node) {
        unshow(node);
        siblings(node).remove(node);
        revealed.remove(node);
        touch(node.parent);
    }

    /** Notes that what a page knows of a process is not true any more. */
    void touch(Node node) {
        if (node != null && node.isShown) {
            changed.add(node);
        }
    }

    /** Returns those that have changed since the last time. */
    List<Node> takeChanged() {
        List<Node> taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    /** Returns the ids of those that have left the picture since the last time. */
    List<Long> takeGone() {
        List<Long> taken = List.copyOf(gone);
        gone.clear();
        return taken;
    }

    /** Returns all in the picture, parents before their children. */
    Stream<Node> everybody() {
        List<Node> found = new ArrayList<>(tops.inPicture());
        found.addAll(outside.inPicture());
        for (int next = 0; next < found.size(); next++) {
            Node node = found.get(next);
            if (node.isSupervisor()) {
                found.addAll(node.branch.children.inPicture());
            }
        }
        return found.stream();
    }

    /** Returns those without a supervisor, the tops of trees first. */
    List<Node> roots() {
        List<Node> roots = new ArrayList<>(tops.inPicture());
        roots.addAll(outside.inPicture());
        return roots;
    }

    int living() {
        return living;
    }

    int dead() {
        return dead.size();
    }
}
