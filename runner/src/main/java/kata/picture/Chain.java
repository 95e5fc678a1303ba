package kata.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a flowchart that names nodes, and edges between them, such as {@code a & b -->
 * c[text]}.
 *
 * @param nodes the nodes, those between two edges together
 * @param edges the edges, one fewer
 */
record Chain(List<List<NodeText>> nodes, List<EdgeText> edges) {

    /**
     * A node as it is written.
     *
     * @param text its words, if they stand here
     * @param shape its outline, which means nothing without words
     */
    record NodeText(String id, Optional<String> text, Shape shape) {}

    /** An edge as it is written. */
    record EdgeText(String text, Stroke stroke, boolean hasHead) {

        private static EdgeText of(MatchResult match) {
            String line = match.group().strip();
            Stroke stroke =
                    switch (line.substring(0, 2)) {
                        case "==" -> Stroke.THICK;
                        case "-." -> Stroke.DASHED;
                        default -> Stroke.SOLID;
                    };
            String text = match.groupCount() == 0 ? "" : SourceLines.decoded(match.group(1));
            return new EdgeText(text, stroke, line.endsWith(">"));
        }
    }

    private static final Pattern NODE =
            Pattern.compile(
                    "\\s*(\\w+)(?:"
                            + "\\(\\[\\s*(?<stadium>\"[^\"]*\"|[^\"]*?)\\s*]\\)"
                            + "|\\[\\(\\s*(?<cylinder>\"[^\"]*\"|[^\"]*?)\\s*\\)]"
                            + "|\\{\\{\\s*(?<hexagon>\"[^\"]*\"|[^\"]*?)\\s*}}"
                            + "|\\[\\s*(?<rectangle>\"[^\"]*\"|[^\"(\\[]*?)\\s*])?\\s*");
    private static final Pattern AND = Pattern.compile("&");
    private static final Pattern LINE =
            Pattern.compile("(?:-->|---|==>|===|-\\.->|-\\.-)(?![->.=])");
    private static final Pattern LABELLED =
            Pattern.compile(
                    "(?:--|==|-\\.)\\s+(\"[^\"]*\"|[^\"]+?)\\s+(?:-->|---|==>|===|\\.->|\\.-)");

    /** Reads a line; returns nothing if it is another kind of line. */
    static Optional<Chain> read(String line) {
        var cursor = new Cursor(line);
        var chain = new Chain(new ArrayList<>(), new ArrayList<>());
        boolean isRead = chain.readNodes(cursor);
        while (isRead && !cursor.isAtEnd()) {
            isRead = chain.readEdge(cursor) && chain.readNodes(cursor);
        }
        return isRead ? Optional.of(chain) : Optional.empty();
    }

    private boolean readNodes(Cursor cursor) {
        List<NodeText> together = new ArrayList<>();
        do {
            Optional<MatchResult> node = cursor.take(NODE);
            if (node.isEmpty()) {
                return false;
            }
            together.add(node(node.get()));
        } while (cursor.take(AND).isPresent());
        return nodes.add(together);
    }

    private boolean readEdge(Cursor cursor) {
        Optional<EdgeText> edge =
                cursor.take(LINE).or(() -> cursor.take(LABELLED)).map(EdgeText::of);
        edge.ifPresent(edges::add);
        return edge.isPresent();
    }

    private static NodeText node(MatchResult match) {
        for (Shape shape : Shape.values()) {
            String text = match.group(shape.name().toLowerCase(Locale.ROOT));
            if (text != null) {
                return new NodeText(match.group(1), Optional.of(SourceLines.decoded(text)), shape);
            }
        }
        return new NodeText(match.group(1), Optional.empty(), Shape.RECTANGLE);
    }

    /** A place in a line. */
    private static final class Cursor {

        private final String line;
        private int position;

        Cursor(String line) {
            this.line = line;
        }

        boolean isAtEnd() {
            return position == line.length();
        }

        /** Takes what a pattern matches here; if it does not, stays where it is. */
        Optional<MatchResult> take(Pattern pattern) {
            Matcher match = pattern.matcher(line).region(position, line.length());
            if (!match.lookingAt()) {
                return Optional.empty();
            }
            position = match.end();
            return Optional.of(match);
        }
    }
}
