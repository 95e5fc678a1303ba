package kata.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Compares what a lesson shows of its session with what really was printed, exchange by exchange.
 *
 * <p>Blank lines and blanks at the end of a line do not count. In the output that the lesson shows,
 * {@code ...} stands for anything within a line, and on a line of its own for any number of lines,
 * up to one that the next shown line matches. The same pid is the same process throughout.
 */
public final class ExchangeComparison {

    private final LineMatcher matcher = new LineMatcher();

    /** Returns the first difference, if there is one; remembers which process a pid stands for. */
    public Optional<Difference> compare(Exchange expected, Exchange actual) {
        List<Integer> shown = indexesOfText(expected.lines());
        List<String> printed = actual.lines().stream().filter(line -> !line.isBlank()).toList();
        int next = 0;
        for (int i = 0; i < shown.size(); i++) {
            int index = shown.get(i);
            String line = expected.lines().get(index);
            if (isGap(line)) {
                next =
                        i + 1 == shown.size()
                                ? printed.size()
                                : skip(expected.lines().get(shown.get(i + 1)), printed, next);
            } else if (next == printed.size()) {
                return difference(expected, index, line, "");
            } else if (matcher.matches(line, printed.get(next))) {
                next++;
            } else {
                return difference(expected, index, line, printed.get(next));
            }
        }
        return next == printed.size()
                ? Optional.empty()
                : difference(expected, expected.lines().size() - 1, "", printed.get(next));
    }

    private static List<Integer> indexesOfText(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(index -> !lines.get(index).isBlank())
                .boxed()
                .toList();
    }

    private static boolean isGap(String line) {
        return line.strip().equals("...");
    }

    private int skip(String upTo, List<String> printed, int from) {
        int next = from;
        while (next < printed.size() && !matcher.matches(upTo, printed.get(next))) {
            next++;
        }
        return next;
    }

    private static Optional<Difference> difference(
            Exchange exchange, int index, String expected, String actual) {
        return Optional.of(
                new Difference(exchange.lineNumber(index), expected.stripTrailing(), actual));
    }
}
