package kata.starter;

import java.util.List;

/**
 * Finds all the text that a declaration takes: its comments above and behind it, and its line end.
 */
final class SpanFinder {

    private final String text;
    private final Lines lines;
    private final List<Comment> comments;

    SpanFinder(String text) {
        this.text = text;
        this.lines = new Lines(text);
        this.comments = Comment.in(text);
    }

    Span of(int start, int end) {
        int first = withCommentsAbove(start);
        return new Span(lines.beginsAt(first) ? lines.start(first) : first, withRestOfLine(end));
    }

    private int withCommentsAbove(int start) {
        int first = start;
        for (Comment comment : comments.reversed()) {
            if (belongsTo(comment, first)) {
                first = comment.start();
            }
        }
        return first;
    }

    private boolean belongsTo(Comment comment, int start) {
        if (comment.end() > start || !lines.beginsAt(comment.start())) {
            return false;
        }
        String between = text.substring(comment.end(), start);
        return between.isBlank() && (comment.isDocumentation() || isOneLineEnd(between));
    }

    private static boolean isOneLineEnd(String blank) {
        return blank.chars().filter(c -> c == '\n').count() <= 1;
    }

    private int withRestOfLine(int end) {
        String rest = text.substring(end, lines.next(end)).strip();
        return rest.isEmpty() || rest.startsWith("//") ? lines.next(end) : end;
    }
}
