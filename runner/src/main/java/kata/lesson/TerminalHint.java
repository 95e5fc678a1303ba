package kata.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A hint as it is read on a terminal, which may be narrower than the lines of the page. */
public final class TerminalHint {

    private static final int COLUMNS = 80;
    private static final String FENCE = "```";
    private static final String INDENT = " ".repeat(4);

    private TerminalHint() {}

    /** Returns the lines of a hint, with code indented, and each paragraph in one line. */
    public static List<String> paragraphs(String markdown) {
        List<String> lines = new ArrayList<>();
        boolean isCode = false;
        boolean goesOn = false;
        for (String line : markdown.lines().toList()) {
            boolean isFence = line.startsWith(FENCE);
            isCode ^= isFence;
            boolean isProse = !isFence && !isCode && !line.isBlank();
            if (isProse && goesOn) {
                lines.set(lines.size() - 1, lines.getLast() + " " + line);
            } else if (!isFence) {
                lines.add(isCode && !line.isBlank() ? INDENT + line : line);
            }
            goesOn = isProse;
        }
        return lines;
    }

    /** Returns the lines of a hint as {@link #paragraphs} does, with prose at most 80 wide. */
    public static List<String> lines(String markdown) {
        return paragraphs(markdown).stream()
                .flatMap(line -> line.startsWith(INDENT) ? Stream.of(line) : broken(line).stream())
                .toList();
    }

    private static List<String> broken(String paragraph) {
        List<String> rows = new ArrayList<>();
        String rest = paragraph;
        while (rest.length() > COLUMNS && rest.indexOf(' ') >= 0) {
            int last = rest.lastIndexOf(' ', COLUMNS);
            int end = last < 0 ? rest.indexOf(' ') : last;
            rows.add(rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        rows.add(rest);
        return rows;
    }
}
