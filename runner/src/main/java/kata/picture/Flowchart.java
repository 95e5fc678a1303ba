package kata.picture;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A flowchart: what is in it, and not yet where.
 *
 * @param nodes the nodes, in the order in which they are named
 * @param groups the frames around some of them, each behind the one that it is in
 */
record Flowchart(Direction direction, List<Node> nodes, List<Group> groups, List<Edge> edges) {

    /** The frame of those that are in none. */
    static final String WHOLE = "";

    /** A node. */
    record Node(String id, String text, Shape shape, String parent) {}

    /** A frame with a title. */
    record Group(String id, String text, String parent) {}

    /**
     * An edge between nodes or groups.
     *
     * @param number 0, 1, 2, ... as they are written
     */
    record Edge(int number, String from, String to, String text, Stroke stroke, boolean hasHead) {}

    /** Returns the group of an id. */
    Group group(String id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst().orElseThrow();
    }

    /** Returns an id and those of the groups around it, from the inside to the outside. */
    List<String> path(String id) {
        return Stream.iterate(id, one -> !one.equals(WHOLE), this::parent).toList();
    }

    private String parent(String id) {
        return Stream.concat(
                        nodes.stream().filter(node -> node.id().equals(id)).map(Node::parent),
                        groups.stream().filter(group -> group.id().equals(id)).map(Group::parent))
                .findFirst()
                .orElse(WHOLE);
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

    private String text(String id) {
        return Stream.concat(
                        nodes.stream().filter(node -> node.id().equals(id)).map(Node::text),
                        groups.stream().filter(group -> group.id().equals(id)).map(Group::text))
                .findFirst()
                .orElse(id);
    }
}
