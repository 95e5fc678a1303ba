package kata.puzzle;

import kata.stage.Comment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts code into pieces that can be put into another order: a statement, or what opens a block. */
final class Statements {

    private static final Pattern END = Pattern.compile(".*[;{}]");

    private Statements() {}

    /** Returns the pieces from top to bottom, each on one line, without comments. */
    static List<String> of(String code) {
        List<String> pieces = new ArrayList<>();
        String begun = "";
        for (String line : withoutComments(code).lines().map(String::strip).toList()) {
            begun = joined(begun, line);
            if (END.matcher(begun).matches()) {
                pieces.add(begun);
                begun = "";
            }
        }
        if (!begun.isEmpty()) {
            pieces.add(begun);
        }
        return pieces;
    }

    private static String joined(String begun, String line) {
        boolean isTight =
                begun.isEmpty()
                        || line.isEmpty()
                        || begun.endsWith("(")
                        || line.startsWith(".")
                        || line.startsWith(")");
        return begun + (isTight ? "" : " ") + line;
    }

    private static String withoutComments(String code) {
        var text = new StringBuilder();
        int end = 0;
        for (Comment comment : Comment.in(code)) {
            text.append(code, end, comment.start());
            end = comment.end();
        }
        return text + code.substring(end);
    }
}
