package observer.model;

import java.util.ArrayList;
import java.util.List;

/** Draws the picture as text: a line for each process, the dead among them. */
final class TextTree {

    private TextTree() {}

    static String of(List<Node> roots) {
        List<String> lines = new ArrayList<>();
        roots.forEach(root -> lines.addAll(drawn(root)));
        return String.join("\n", lines);
    }

    private static List<String> drawn(Node node) {
        List<String> lines = new ArrayList<>();
        lines.add(line(node));
        if (node.isSupervisor()) {
            List<List<String>> below = new ArrayList<>();
            node.branch.children.inPicture().forEach(child -> below.add(drawn(child)));
            node.branch.waiting().stream()
                    .filter(child -> child.status().equals("restarting"))
                    .forEach(child -> below.add(List.of(child.childId() + ": restarting")));
            int hidden = node.branch.children.size() - node.branch.children.shown();
            if (hidden > 0) {
                below.add(List.of("and %d more".formatted(hidden)));
            }
            addBelow(lines, below);
        }
        return lines;
    }

    private static void addBelow(List<String> lines, List<List<String>> children) {
        for (List<String> child : children) {
            boolean isLast = child == children.getLast();
            lines.add((isLast ? "└─ " : "├─ ") + child.getFirst());
            child.stream().skip(1).map((isLast ? "   " : "│  ")::concat).forEach(lines::add);
        }
    }

    private static String line(Node node) {
        List<String> parts = new ArrayList<>();
        String what = node.title().equals(node.label) ? "" : node.label + " ";
        parts.add((node.isAlive() ? "" : "x ") + node.title() + " " + what + node.pid);
        if (!node.isAlive()) {
            parts.add("ended: " + node.reason);
            return String.join(", ", parts);
        }
        if (node.isSupervisor()) {
            parts.add(node.branch.strategy);
            parts.add(
                    "%d of %d restarts in %d s"
                            .formatted(
                                    node.branch.restarts(),
                                    node.branch.maxRestarts,
                                    node.branch.maxSeconds));
        }
        if (node.mailbox > 0) {
            parts.add(node.mailbox == 1 ? "1 message" : node.mailbox + " messages");
        }
        if (node.isSuspended) {
            parts.add("suspended");
        }
        if (node.delay > 0) {
            parts.add("slowed by %d ms".formatted(node.delay));
        }
        if (node.predecessor != null) {
            parts.add("after " + node.predecessor.pid);
        }
        return String.join(", ", parts);
    }
}
