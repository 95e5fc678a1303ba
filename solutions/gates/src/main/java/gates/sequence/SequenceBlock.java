package gates.sequence;

import kata.stage.KataException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sequence diagram of a lesson that is derived, and the comment before it that says from what.
 *
 * <pre>{@code
 * <!-- sequence
 * client: the shell
 * Bob's server: TodoServer 1
 * after: LocalDate day = LocalDate.of(2016, 10, 1)
 * run: var bobs = TodoCache.serverProcess("Bob's list")
 * wait: bobIsKnown.await()
 * show: TodoServer.entries(bobs, day)
 * -->
 * }</pre>
 *
 * <p>A process is named by the class of its server, or {@code Process}, and by how manieth of its
 * kind it is since the session began. First the lesson's session is typed up to the line {@code
 * after}; without that, up to where the first of the lines stands in it, or else the comment. Lines
 * that are shown are notes in the picture. What the shell does not hear of by messages is left out,
 * unless a line waits for it.
 *
 * @param line the line of the lesson on which the comment begins, from 1
 * @param processes the names of the processes in the picture, and what they stand for
 * @param after the last line of the lesson's session that is typed before, if it is named
 * @param lines what is typed
 * @param diagram the diagram as it stands there
 */
record SequenceBlock(
        int line,
        Map<String, String> processes,
        Optional<String> after,
        List<Line> lines,
        String diagram) {

    /**
     * A line to type.
     *
     * @param text the line
     * @param use what it is for
     */
    record Line(String text, Use use) {}

    /** What a line is for. */
    enum Use {
        RUN,

        /** It is a note in the picture as well. */
        SHOW,

        /** All that has happened when it ends has happened before the next line. */
        WAIT
    }

    private static final String BEGIN = "<!-- sequence";
    private static final String END = "-->";
    private static final String FENCE = "```";
    private static final Pattern ENTRY = Pattern.compile("([^:]+): (.+)");

    /**
     * Returns the derived diagrams of a lesson, in order.
     *
     * @throws KataException if a comment is wrong
     */
    static List<SequenceBlock> of(String markdown) {
        List<String> lines = markdown.lines().toList();
        List<SequenceBlock> blocks = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).equals(BEGIN)) {
                blocks.add(at(line, lines));
            }
        }
        return blocks;
    }

    private static SequenceBlock at(int begin, List<String> lines) {
        int end = next(END, begin, lines);
        int last = next(FENCE, end + 2, lines);
        if (!lines.get(end + 1).equals("```mermaid")) {
            throw new KataException(
                    "Line %d must begin a ```mermaid block: write one with the line"
                                    .formatted(end + 2)
                            + " sequenceDiagram, and have the rest derived.");
        }
        Map<String, String> processes = new LinkedHashMap<>();
        List<Line> typed = new ArrayList<>();
        Optional<String> after = Optional.empty();
        for (String entry : lines.subList(begin + 1, end)) {
            Matcher match = ENTRY.matcher(entry);
            if (!match.matches()) {
                throw new KataException("`%s` must be `name: value`.".formatted(entry));
            }
            switch (match.group(1)) {
                case "run" -> typed.add(new Line(match.group(2), Use.RUN));
                case "show" -> typed.add(new Line(match.group(2), Use.SHOW));
                case "wait" -> typed.add(new Line(match.group(2), Use.WAIT));
                case "after" -> after = Optional.of(match.group(2));
                default -> processes.put(match.group(1), match.group(2));
            }
        }
        String diagram = String.join("\n", lines.subList(end + 2, last));
        return new SequenceBlock(begin + 1, processes, after, typed, diagram);
    }

    private static int next(String text, int from, List<String> lines) {
        for (int line = from; line < lines.size(); line++) {
            if (lines.get(line).equals(text)) {
                return line;
            }
        }
        throw new KataException("Behind line %d a line `%s` is missing.".formatted(from, text));
    }

    /** Returns a lesson in which this diagram is another one. */
    String replaced(String markdown, String derived) {
        List<String> lines = new ArrayList<>(markdown.lines().toList());
        int begin = next(END, line - 1, lines) + 2;
        int end = next(FENCE, begin, lines);
        lines.subList(begin, end).clear();
        lines.addAll(begin, derived.lines().toList());
        return String.join("\n", lines) + "\n";
    }
}
