package kata.starter;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The imports of a Java file. */
final class Imports {

    private static final Pattern IMPORT =
            Pattern.compile(
                    "(?m)^import\\s+(?:static\\s+)?[\\w.]+\\.(\\w+)\\s*;[ \\t]*(?:\\R|\\z)");
    private static final Pattern BLANK_LINES =
            Pattern.compile("(?<=\\n)(\\r?\\n)(?:[ \\t]*\\r?\\n)+");

    private Imports() {}

    /**
     * Returns a file's text without the imports of single names that its code used before some of
     * it was cut out, and does not use any more. A name in a comment counts as used.
     *
     * @param text what is left of the file
     * @param before the whole file
     */
    static String withoutUnused(String text, String before) {
        Optional<MatchResult> last = IMPORT.matcher(text).results().reduce((_, next) -> next);
        if (last.isEmpty()) {
            return text;
        }
        String head = text.substring(0, last.get().end());
        String code = text.substring(last.get().end());
        String codeBefore = IMPORT.matcher(before).replaceAll("");
        Predicate<String> isUnused = name -> isWordOf(codeBefore, name) && !isWordOf(code, name);
        String kept =
                IMPORT.matcher(head)
                        .replaceAll(found ->
                                isUnused.test(found.group(1))
                                        ? ""
                                        : Matcher.quoteReplacement(found.group()));
        return kept.equals(head) ? text : withoutGaps(kept, code);
    }

    private static boolean isWordOf(String text, String name) {
        return Pattern.compile("\\b" + name + "\\b").matcher(text).find();
    }

    /** Returns both parts without the blank lines that are too many without what stood there. */
    private static String withoutGaps(String head, String code) {
        if (head.isBlank()) {
            return code.stripLeading();
        }
        String rest = code.stripLeading();
        String gap = code.substring(0, code.length() - rest.length());
        return BLANK_LINES.matcher(head + gap).replaceAll("$1") + rest;
    }
}
