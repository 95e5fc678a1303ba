package kata.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a flowchart. */
final class FlowchartReader {

    private static final Pattern HEADER = Pattern.compile("flowchart\\s+(LR|TD|TB)");
    private static final Pattern GROUP =
            Pattern.compile("subgraph\\s+(\\w+)(?:\\s*\\[(?:\"([^\"]*)\"|([^\"\\]]*))])?");
    private static final String END = "end";
    private static final Pattern NODE =
            Pattern.compile(
                    "\\s*(\\w+)(?:"
                            + "\\(\\[\\s*(?<stadium>\"[^\"]*\"|[^\"]*?)\\s*]\\)"
                            + "|\\[\\(\\s*(?<cylinder>\"[^\"]*\"|[^\"]*?)\\s*\\)]"
                            + "|\\{\\{\\s*(?<hexagon>\"[^\"]*\"|[^\"]*?)\\s*}}"
                            + "|\\[\\s*(?<rectangle>\"[^\"]*\"|[^\"(\\[]*?)\\s*])?\\s*");
    private static final Pattern AND = Pattern.compile("&");
    private static final Pattern LINE =
            Pattern.compile("(?<text>)(?:-->|---|==>|===|-\\.->|-\\.-)(?![->.=])");
    private static final Pattern LABELLED =
            Pattern.compile(
                    "(?:--|==|-\\.)\\s+(?<text>\"[^\"]*\"|[^\"]+?)"
                            + "\\s+(?:-->|---|==>|===|\\.->|\\.-)");

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
        source.readStatements(reader::reads, REMEDY);
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
            begin(begin.group(1), Optional.ofNullable(begin.group(2)).orElse(begin.group(3)));
            return true;
        }
        return line.equals(END) ? end() : readsChain(line);
    }

    private void begin(String id, String title) {
        String text = title == null ? id : SourceLines.decoded(title);
        groups.put(id, new Flowchart.Node(id, text, Shape.RECTANGLE, group));
        group = id;
    }

    private boolean end() {
        boolean isInGroup = !group.equals(Flowchart.WHOLE);
        if (isInGroup) {
            group = groups.get(group).parent();
        }
        return isInGroup;
    }

    /** Reads nodes, and edges between them, such as {@code a & b --> c[text]}. */
    private boolean readsChain(String line) {
        Matcher cursor = NODE.matcher(line);
        List<String> from = readNodes(cursor);
        while (!from.isEmpty() && cursor.regionStart() < line.length()) {
            Optional<MatchResult> edge = take(LINE, cursor).or(() -> take(LABELLED, cursor));
            List<String> to = edge.isEmpty() ? List.of() : readNodes(cursor);
            for (String begin : from) {
                to.forEach(end -> add(edge.orElseThrow(), begin, end));
            }
            from = to;
        }
        return !from.isEmpty();
    }

    /** Takes what a pattern matches at a place in a line; if it does not, stays there. */
    private static Optional<MatchResult> take(Pattern pattern, Matcher cursor) {
        if (!cursor.usePattern(pattern).lookingAt()) {
            return Optional.empty();
        }
        MatchResult found = cursor.toMatchResult();
        cursor.region(found.end(), cursor.regionEnd());
        return Optional.of(found);
    }

    /** Returns the ids of nodes that stand together; none if a node is missing. */
    private List<String> readNodes(Matcher cursor) {
        List<String> together = new ArrayList<>();
        do {
            Optional<MatchResult> node = take(NODE, cursor);
            if (node.isEmpty()) {
                return List.of();
            }
            add(node.get());
            together.add(node.get().group(1));
        } while (take(AND, cursor).isPresent());
        return together;
    }

    /** A node has the words that it is given anywhere, and is in the group that names it. */
    private void add(MatchResult match) {
        String id = match.group(1);
        Flowchart.Node known =
                nodes.getOrDefault(id, new Flowchart.Node(id, id, Shape.RECTANGLE, group));
        String parent = group.equals(Flowchart.WHOLE) ? known.parent() : group;
        nodes.put(
                id,
                Stream.of(Shape.values())
                        .filter(shape -> text(match, shape) != null)
                        .findFirst()
                        .map(shape ->
                                new Flowchart.Node(
                                        id, SourceLines.decoded(text(match, shape)), shape, parent))
                        .orElse(new Flowchart.Node(id, known.text(), known.shape(), parent)));
    }

    private static String text(MatchResult node, Shape shape) {
        return node.group(shape.name().toLowerCase(Locale.ROOT));
    }

    private void add(MatchResult match, String from, String to) {
        String line = match.group().strip();
        Stroke stroke =
                switch (line.substring(0, 2)) {
                    case "==" -> Stroke.THICK;
                    case "-." -> Stroke.DASHED;
                    default -> Stroke.SOLID;
                };
        String text = SourceLines.decoded(match.group("text"));
        edges.add(new Flowchart.Edge(edges.size(), from, to, text, stroke, line.endsWith(">")));
    }
}
