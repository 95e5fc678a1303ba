package kata.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a flowchart. */
final class FlowchartReader {

    private static final Pattern HEADER = Pattern.compile("flowchart\\s+(LR|TD|TB)");
    private static final Pattern GROUP =
            Pattern.compile("subgraph\\s+(\\w+)(?:\\s*\\[(?:\"([^\"]*)\"|([^\"\\]]*))])?");
    private static final Pattern NODE =
            Pattern.compile(
                    "\\s*(\\w+)(?:"
                            + "\\(\\[\\s*(?<stadium>\"[^\"]*\"|[^\"]*?)\\s*]\\)"
                            + "|\\[\\(\\s*(?<cylinder>\"[^\"]*\"|[^\"]*?)\\s*\\)]"
                            + "|\\{\\{\\s*(?<hexagon>\"[^\"]*\"|[^\"]*?)\\s*}}"
                            + "|\\[\\s*(?<rectangle>\"[^\"]*\"|[^\"(\\[]*?)\\s*])?\\s*");
    private static final Pattern LINE = Pattern.compile("(-->|---|==>|===|-\\.->|-\\.-)(?![->.=])");
    private static final Pattern LABELLED =
            Pattern.compile(
                    "(?:--|==|-\\.)\\s+(\"[^\"]*\"|[^\"]+?)\\s+(-->|---|==>|===|\\.->|\\.-)");

    private static final String REMEDY =
            "Draw nodes as a[text], a([text]), a[(text)] or a{{text}}, edges as -->, ---, ==>, ===,"
                    + " -.-> or -.-, with a label as in -- text -->, and frames as subgraph a"
                    + " [title] to end.";

    private final Map<String, Flowchart.Node> nodes = new LinkedHashMap<>();
    private final Map<String, Flowchart.Group> groups = new LinkedHashMap<>();
    private final List<Flowchart.Edge> edges = new ArrayList<>();

    private String group = Flowchart.WHOLE;

    /** Reads a flowchart. */
    static Flowchart read(SourceLines source) {
        Matcher header = HEADER.matcher(source.header());
        if (!header.matches()) {
            throw source.refused(0, "Begin it with flowchart LR or flowchart TD.");
        }
        var reader = new FlowchartReader();
        source.forEachStatement((number, line) -> reader.read(source, number, line));
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

    private void read(SourceLines source, int number, String line) {
        Matcher begin = GROUP.matcher(line);
        if (begin.matches()) {
            String text = begin.group(2) != null ? begin.group(2) : begin.group(3);
            begin(begin.group(1), text == null ? begin.group(1) : text);
        } else if (line.equals("end") && !group.equals(Flowchart.WHOLE)) {
            group = groups.get(group).parent();
        } else if (line.equals("end") || !readEdges(line)) {
            throw source.refused(number, REMEDY);
        }
    }

    private void begin(String id, String text) {
        groups.put(id, new Flowchart.Group(id, SourceLines.decoded(text), group));
        group = id;
    }

    /** Reads nodes, or a chain of edges between nodes; tells whether that is what the line is. */
    private boolean readEdges(String line) {
        Matcher node = NODE.matcher(line);
        List<String> before = List.of();
        Matcher edge = null;
        int position = 0;
        while (position < line.length()) {
            List<String> here = new ArrayList<>();
            do {
                if (!node.region(here.isEmpty() ? position : position + 1, line.length())
                        .lookingAt()) {
                    return false;
                }
                here.add(node(node));
                position = node.end();
            } while (line.startsWith("&", position));
            join(before, edge, here);
            before = here;
            if (position < line.length()) {
                edge = edge(line, position);
                if (edge == null || edge.end() == line.length()) {
                    return false;
                }
                position = edge.end();
            }
        }
        return true;
    }

    private String node(Matcher match) {
        String id = match.group(1);
        String text = null;
        Shape shape = Shape.RECTANGLE;
        for (Shape one : Shape.values()) {
            String group = match.group(one.name().toLowerCase(Locale.ROOT));
            if (group != null) {
                text = SourceLines.decoded(group);
                shape = one;
            }
        }
        Flowchart.Node known = nodes.get(id);
        String parent = known == null || !group.equals(Flowchart.WHOLE) ? group : known.parent();
        if (text == null) {
            text = known == null ? id : known.text();
            shape = known == null ? shape : known.shape();
        }
        nodes.put(id, new Flowchart.Node(id, text, shape, parent));
        return id;
    }

    private static Matcher edge(String line, int position) {
        Matcher plain = LINE.matcher(line).region(position, line.length());
        if (plain.lookingAt()) {
            return plain;
        }
        Matcher labelled = LABELLED.matcher(line).region(position, line.length());
        return labelled.lookingAt() ? labelled : null;
    }

    private void join(List<String> from, Matcher edge, List<String> to) {
        for (String begin : from) {
            for (String end : to) {
                String text = edge.groupCount() > 1 ? SourceLines.decoded(edge.group(1)) : "";
                String line = edge.group().strip();
                Stroke stroke =
                        line.startsWith("=")
                                ? Stroke.THICK
                                : line.startsWith("-.") ? Stroke.DASHED : Stroke.SOLID;
                edges.add(
                        new Flowchart.Edge(
                                edges.size(), begin, end, text, stroke, line.endsWith(">")));
            }
        }
    }
}
