package kata.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is typed at one prompt of a session and what is printed for it.
 *
 * @param firstLine the number of its first line, from 1
 * @param lines the lines: a prompt with what is typed, prompts that continue it, then the output
 */
public record Exchange(int firstLine, List<String> lines) {

    /** What stands before a line that begins an exchange. */
    public static final String PROMPT = "jshell> ";

    /** What stands before a line that continues one. */
    public static final String CONTINUATION = "   ...> ";

    private static final Pattern PROMPTED = Pattern.compile("(?:jshell| {3}\\.\\.\\.)>(?: |$)");

    /**
     * Returns the exchanges that a fenced block shows, in order.
     *
     * @param lines the block's lines
     * @param firstLine the number of the first of them, from 1
     */
    public static List<Exchange> in(List<String> lines, int firstLine) {
        List<Exchange> exchanges = new ArrayList<>();
        int begin = 0;
        while (begin < lines.size()) {
            int end = begin + 1;
            while (end < lines.size() && !isPrompt(lines.get(end))) {
                end++;
            }
            exchanges.add(new Exchange(firstLine + begin, lines.subList(begin, end)));
            begin = end;
        }
        return exchanges;
    }

    /** Returns the exchange of what was typed and printed, which stands nowhere. */
    public static Exchange of(List<String> typed, String printed) {
        Stream<String> prompted =
                IntStream.range(0, typed.size())
                        .mapToObj(line -> (line == 0 ? PROMPT : CONTINUATION) + typed.get(line));
        List<String> lines =
                Stream.concat(prompted, printed.lines()).map(String::stripTrailing).toList();
        return new Exchange(1, lines);
    }

    /** Tells whether a line begins an exchange. */
    public static boolean isPrompt(String line) {
        return (line + " ").startsWith(PROMPT);
    }

    /** Tells whether a line is typed rather than printed. */
    public static boolean isTyped(String line) {
        return PROMPTED.matcher(line).lookingAt();
    }

    /** Returns what is typed, without the prompts. */
    public Stream<String> typed() {
        return lines.stream()
                .filter(Exchange::isTyped)
                .map(line -> PROMPTED.matcher(line).replaceFirst(""));
    }

    /** Returns what is printed for it, without blank lines at the end. */
    public String printed() {
        return lines.stream()
                .filter(line -> !isTyped(line))
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    /** Returns the number of the line at an index. */
    public int lineNumber(int index) {
        return firstLine + index;
    }
}
