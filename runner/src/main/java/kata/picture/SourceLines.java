package kata.picture;

import kata.stage.KataException;

import java.util.List;
import java.util.function.Predicate;

/** A picture as it is written. */
record SourceLines(List<String> lines) {

    static SourceLines of(String source) {
        return new SourceLines(source.lines().map(String::strip).toList());
    }

    /** Returns the first line, which says what kind of picture it is. */
    String header() {
        return lines.isEmpty() ? "" : lines.getFirst();
    }

    /** Returns the index of the last line. */
    int last() {
        return lines.size() - 1;
    }

    /** Has the lines behind the first one read, but for empty ones; each has to be understood. */
    void readStatements(Predicate<String> understands, String remedy) {
        for (int line = 1; line < lines.size(); line++) {
            if (!lines.get(line).isEmpty() && !understands.test(lines.get(line))) {
                throw refused(line, remedy);
            }
        }
    }

    /** Says that a line cannot be drawn, and what can. */
    KataException refused(int line, String remedy) {
        return new KataException(
                "Line %d of the picture cannot be drawn: %s. %s"
                        .formatted(line + 1, lines.isEmpty() ? "" : lines.get(line), remedy));
    }

    /** Returns a text without quotes around it, and with the characters that entities stand for. */
    static String decoded(String text) {
        String bare =
                text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
                        ? text.substring(1, text.length() - 1)
                        : text;
        return bare.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
