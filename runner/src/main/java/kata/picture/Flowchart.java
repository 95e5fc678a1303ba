package kata.picture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A flowchart: what is in it, and not yet where.
 *
 * @param nodes the nodes, in the order in which they are named
 * @param groups the frames around some of them, each behind the one that it is in
 */
record Flowchart(Direction direction, List<Node> nodes, List<Node> groups, List<Edge> edges) {

    /** The frame of those that are in none. */
    static final String WHOLE = "";

    /** A node, or the frame around some of them, which is a rectangle. */
    record Node(String id, String text, Shape shape, String parent) {

        boolean isIn(String group) {
            return parent.equals(group);
        }
    }

    /**
     * An edge between nodes or groups.
     *
     * @param number 0, 1, 2, ... as they are written
     */
    record Edge(int number, String from, String to, String text, Stroke stroke, boolean hasHead) {}

    /** Returns an id and those of the groups around it, from the inside to the outside. */
    List<String> path(String id) {
        return Stream.iterate(id, one -> !one.equals(WHOLE), this::parent).toList();
    }

    private String parent(String id) {
        return find(id).map(Node::parent).orElse(WHOLE);
    }

    /** Returns the words of a node or a group; of the whole chart there are none. */
    String text(String id) {
        return find(id).map(Node::text).orElse(id);
    }

    private Optional<Node> find(String id) {
        return Stream.concat(nodes.stream(), groups.stream())
                .filter(node -> node.id().equals(id))
                .findFirst();
    }

    /** Returns the chart in words, an edge a sentence. */
    String inWords() {
        Stream<String> told = edges.stream().map(this::inWords);
        Stream<String> alone =
                nodes.stream()
                        .filter(node -> edges.stream().noneMatch(edge -> touches(edge, node)))
                        .map(Node::text);
        return Stream.concat(told, alone).map(text -> text + ".").collect(Collectors.joining(" "));
    }

    private static boolean touches(Edge edge, Node node) {
        return edge.from().equals(node.id()) || edge.to().equals(node.id());
    }

    private String inWords(Edge edge) {
        String ends =
                "%s %s %s"
                        .formatted(
                                text(edge.from()), edge.hasHead() ? "to" : "and", text(edge.to()));
        return edge.text().isEmpty() ? ends : "%s: %s".formatted(ends, edge.text());
    }
}
