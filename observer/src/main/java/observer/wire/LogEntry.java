package observer.wire;

/**
 * Something that has happened, in words.
 *
 * @param n counts all entries
 * @param time when, in milliseconds
 * @param kind what sort of thing it was
 * @param text a sentence
 * @param process whom it happened to; null if that is no process
 * @param other who else has to do with it, such as the successor; null if nobody
 */
public record LogEntry(long n, double time, Kind kind, String text, Long process, Long other) {

    /** What sort of thing it was. */
    public enum Kind {
        /** A process has started. */
        STARTED,
        /** A process has ended. */
        ENDED,
        /** A supervisor has started a successor. */
        RESTARTED,
        /** A supervisor has given up. */
        GAVE_UP,
        /** Somebody has pulled a lever. */
        LEVER,
        /** Events were lost. */
        DROPPED,
        /** A table has come, gone, or got another owner. */
        TABLE
    }
}
