package gates.session;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is typed at one prompt of a session and what is printed for it.
 *
 * @param firstLine the number of its first line, from 1
 * @param lines the lines: a prompt with what is typed, prompts that continue it, then the output
 */
record Exchange(int firstLine, List<String> lines) {

    static final String PROMPT = "jshell> ";
    static final String CONTINUATION = "   ...> ";

    private static final Pattern PROMPTED = Pattern.compile("(?:jshell| {3}\\.\\.\\.)>(?: |$)");

    /** Tells whether a line begins an exchange. */
    static boolean isPrompt(String line) {
        return (line + " ").startsWith(PROMPT);
    }

    /** Tells whether a line is typed rather than printed. */
    static boolean isTyped(String line) {
        return PROMPTED.matcher(line).lookingAt();
    }

    /** Returns what is typed, without the prompts. */
    Stream<String> typed() {
        return lines.stream()
                .filter(Exchange::isTyped)
                .map(line -> PROMPTED.matcher(line).replaceFirst(""));
    }

    /** Returns the number of the line at an index. */
    int lineNumber(int index) {
        return firstLine + index;
    }
}
