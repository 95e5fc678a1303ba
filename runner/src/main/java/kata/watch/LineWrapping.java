package kata.watch;

import kata.stage.PrintableText;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Breaks lines that are longer than a terminal is wide: in a wide gap, else between words, else
 * anywhere. Colours stay with their words.
 *
 * @param columns how wide the terminal is, at least 2; some characters take two columns
 */
record LineWrapping(int columns) {

    private static final List<String> GAPS = List.of("   ", " ");
    private static final int TAB = 8;

    /**
     * What stands before the words of a line: blanks, and perhaps a mark such as that of a test.
     */
    private static final Pattern MARK = Pattern.compile("^ *(?:(?<= )\\S  +(?=\\S))?");

    /** More characters than a column ever takes, for emoji that are joined from several. */
    private static final int CHARACTERS_A_COLUMN = 16;

    /**
     * Returns the rows that a line takes; those below the first are indented as the words of the
     * first are, also where a mark or a key stands before these.
     *
     * @param most how many rows to return at most; what is behind them is not looked at
     */
    Stream<String> rows(String line, int most) {
        int longest = most * columns * CHARACTERS_A_COLUMN;
        String near = PrintableText.beginning(line, longest);
        AttributedString rest =
                new AttributedStringBuilder().tabs(TAB).ansiAppend(near).toAttributedString();
        AttributedString indent = indent(rest);
        List<String> rows = new ArrayList<>();
        while (rows.size() < most && !fits(rest)) {
            int end = end(rest, indent.length());
            rows.add(stripped(rest.subSequence(0, end), false).toAnsi());
            rest =
                    AttributedString.join(
                            AttributedString.EMPTY,
                            indent,
                            stripped(rest.subSequence(end, rest.length()), true));
        }
        if (rows.size() < most) {
            rows.add(rest.toAnsi());
        }
        return rows.stream();
    }

    /** Looks at no more than the beginning: a line may be a megabyte long. */
    private boolean fits(AttributedString line) {
        return beginning(line).columnLength() <= columns;
    }

    private AttributedString beginning(AttributedString line) {
        return line.subSequence(0, Math.min(line.length(), (columns + 1) * CHARACTERS_A_COLUMN));
    }

    /** What is indented more than half of the terminal has no room beside that. */
    private AttributedString indent(AttributedString line) {
        int words = MARK.matcher(line).results().mapToInt(MatchResult::end).findFirst().orElse(0);
        return words * 2 < columns
                ? new AttributedString(" ".repeat(words))
                : AttributedString.EMPTY;
    }

    private int end(AttributedString line, int indent) {
        int fitting = beginning(line).columnSubSequence(0, columns).length();
        String text =
                line.subSequence(0, Math.min(line.length(), fitting + GAPS.getFirst().length()))
                        .toString();
        return GAPS.stream()
                .map(gap -> text.lastIndexOf(gap, fitting))
                .filter(gap -> gap > indent)
                .findFirst()
                .orElse(Math.max(1, fitting));
    }

    private static AttributedString stripped(AttributedString text, boolean leading) {
        int from = 0;
        int to = text.length();
        while (leading && from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (!leading && to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.subSequence(from, to);
    }
}
