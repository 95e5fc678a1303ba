package kata.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a flowchart. */
final class FlowchartReader {

    private static final Pattern HEADER = Pattern.compile("flowchart\\s+(LR|TD|TB)");
    private static final Pattern GROUP =
            Pattern.compile("subgraph\\s+(\\w+)(?:\\s*\\[(?:\"([^\"]*)\"|([^\"\\]]*))])?");
    private static final String END = "end";

    private static final String REMEDY =
            "Draw nodes as a[text], a([text]), a[(text)] or a{{text}}, edges as -->, ---, ==>, ===,"
                    + " -.-> or -.-, with a label as in -- text -->, and frames as subgraph a"
                    + " [title] to end.";

    private final Map<String, Flowchart.Node> nodes = new LinkedHashMap<>();
    private final Map<String, Flowchart.Node> groups = new LinkedHashMap<>();
    private final List<Flowchart.Edge> edges = new ArrayList<>();

    /** The group in which the reader is. */
    private String group = Flowchart.WHOLE;

    /** Reads a flowchart. */
    static Flowchart read(SourceLines source) {
        Matcher header = HEADER.matcher(source.header());
        if (!header.matches()) {
            throw source.refused(0, "Begin it with flowchart LR or flowchart TD.");
        }
        var reader = new FlowchartReader();
        source.forEachStatement((number, line) -> {
            if (!reader.reads(line)) {
                throw source.refused(number, REMEDY);
            }
        });
        if (!reader.group.equals(Flowchart.WHOLE)) {
            throw source.refused(source.last(), "Close the subgraph with a line that says end.");
        }
        return reader.chart(header.group(1).equals("LR") ? Direction.RIGHT : Direction.DOWN);
    }

    private Flowchart chart(Direction direction) {
        List<Flowchart.Node> drawn =
                nodes.values().stream().filter(node -> !groups.containsKey(node.id())).toList();
        return new Flowchart(direction, drawn, List.copyOf(groups.values()), List.copyOf(edges));
    }

    private boolean reads(String line) {
        Matcher begin = GROUP.matcher(line);
        if (begin.matches()) {
            String quoted = begin.group(2);
            String text = quoted == null ? begin.group(3) : quoted;
            begin(begin.group(1), text == null ? begin.group(1) : text);
            return true;
        }
        if (line.equals(END)) {
            return end();
        }
        Optional<Chain> chain = Chain.read(line);
        chain.ifPresent(this::add);
        return chain.isPresent();
    }

    private void begin(String id, String text) {
        groups.put(
                id,
                new Flowchart.Node(id, SourceLines.decoded(text), Shape.RECTANGLE, group));
        group = id;
    }

    private boolean end() {
        boolean isInGroup = !group.equals(Flowchart.WHOLE);
        if (isInGroup) {
            group = groups.get(group).parent();
        }
        return isInGroup;
    }

    private void add(Chain chain) {
        chain.nodes().forEach(together -> together.forEach(this::add));
        for (int i = 0; i < chain.edges().size(); i++) {
            Chain.EdgeText edge = chain.edges().get(i);
            for (Chain.NodeText from : chain.nodes().get(i)) {
                for (Chain.NodeText to : chain.nodes().get(i + 1)) {
                    add(edge, from.id(), to.id());
                }
            }
        }
    }

    /** A node has the words that it is given anywhere, and is in the group that names it. */
    private void add(Chain.NodeText node) {
        Flowchart.Node known =
                nodes.getOrDefault(
                        node.id(), new Flowchart.Node(node.id(), node.id(), node.shape(), group));
        boolean isNew = node.text().isPresent();
        nodes.put(
                node.id(),
                new Flowchart.Node(
                        node.id(),
                        node.text().orElse(known.text()),
                        isNew ? node.shape() : known.shape(),
                        group.equals(Flowchart.WHOLE) ? known.parent() : group));
    }

    private void add(Chain.EdgeText edge, String from, String to) {
        edges.add(
                new Flowchart.Edge(
                        edges.size(), from, to, edge.text(), edge.stroke(), edge.hasHead()));
    }
}
