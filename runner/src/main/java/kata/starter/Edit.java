package kata.starter;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** A change of a file's text. */
sealed interface Edit {

    /** Returns the text that goes. */
    Span span();

    /** Returns the whole text after the change. */
    String applyTo(String text);

    /** Returns the text after all the edits, no two of which overlap. */
    static String applyAll(List<Edit> edits, String text) {
        // Positions stay true as long as what lies behind them changes first.
        List<Edit> fromTheEnd =
                edits.stream()
                        .sorted(
                                Comparator.comparingInt((Edit edit) -> edit.span().start())
                                        .reversed())
                        .toList();
        String edited = text;
        for (Edit edit : fromTheEnd) {
            edited = edit.applyTo(edited);
        }
        return edited;
    }

    /** Puts something else in place of whole lines. */
    record Replacement(Span span, String replacement) implements Edit {

        @Override
        public String applyTo(String text) {
            return text.substring(0, span.start()) + replacement + text.substring(span.end());
        }
    }

    /** Removes a declaration, and the blank line that would be one too many without it. */
    record Removal(Span span) implements Edit {

        private static final Pattern BLANK_LINES = Pattern.compile("^([ \\t]*\\R)+");

        @Override
        public String applyTo(String text) {
            String before = text.substring(0, span.start());
            String after = text.substring(span.end());
            return before.isEmpty() || before.endsWith("\n") ? join(before, after) : before + after;
        }

        private static String join(String before, String after) {
            String code = before.stripTrailing();
            String rest = after.stripLeading();
            boolean opens = code.isEmpty() || code.endsWith("{");
            boolean closes = rest.isEmpty() || rest.startsWith("}");
            boolean blankBefore = before.substring(code.length()).lines().count() > 1;
            boolean blankAfter = BLANK_LINES.matcher(after).find();
            if (opens && closes) {
                return code + rest;
            }
            if (blankBefore && (blankAfter || closes)) {
                return before.substring(0, new Lines(before).next(code.length())) + after;
            }
            return opens && !blankBefore
                    ? before + BLANK_LINES.matcher(after).replaceFirst("")
                    : before + after;
        }
    }
}
