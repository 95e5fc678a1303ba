package kata.starter;

/**
 * A stretch of a file's text.
 *
 * @param start where it begins
 * @param end where it has ended
 */
record Span(int start, int end) {

    boolean within(Span other) {
        return other.start <= start && end <= other.end && !equals(other);
    }
}
