package kata.watch;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Breaks lines that are longer than a terminal is wide: in a wide gap, else between words, else
 * anywhere.
 *
 * @param columns how wide the terminal is, at least 2; some characters take two columns
 */
record LineWrapping(int columns) {

    private static final List<String> GAPS = List.of("   ", " ");
    private static final int TAB = 8;

    /** Returns the rows that a line takes; those below the first are indented as the first is. */
    Stream<String> rows(String line) {
        String rest = new AttributedStringBuilder().tabs(TAB).append(line).toString();
        String indent = indent(rest);
        List<String> rows = new ArrayList<>();
        while (new AttributedString(rest).columnLength() > columns) {
            int end = end(rest, indent.length());
            rows.add(rest.substring(0, end).stripTrailing());
            rest = indent + rest.substring(end).stripLeading();
        }
        rows.add(rest);
        return rows.stream();
    }

    /** What is indented more than half of the terminal has no room beside that. */
    private String indent(String line) {
        String blanks = line.substring(0, line.length() - line.stripLeading().length());
        return blanks.length() * 2 < columns ? blanks : "";
    }

    private int end(String line, int indent) {
        int fitting = new AttributedString(line).columnSubSequence(0, columns).length();
        return GAPS.stream()
                .map(gap -> line.lastIndexOf(gap, fitting))
                .filter(gap -> gap > indent)
                .findFirst()
                .orElse(fitting);
    }
}
