package observer.wire;

import java.util.List;

/**
 * What came of a lever, beside what was predicted.
 *
 * @param lever which lever, counted from the start
 * @param kind what it did, such as {@code kill}
 * @param process whom it was pulled on
 * @param settled whether all had come to rest when this was written
 * @param text a sentence
 * @param right how many processes were predicted rightly
 * @param wrong how many were not
 * @param predicted whether there was a prediction
 * @param processes what became of each that was predicted, or else of each that ended
 */
public record Outcome(
        long lever,
        String kind,
        long process,
        boolean settled,
        String text,
        int right,
        int wrong,
        boolean predicted,
        List<Fate> processes) {

    /**
     * What became of one process.
     *
     * @param id the process
     * @param title what a person calls it
     * @param predicted what it was predicted to do; null if it was not asked
     * @param actual what it has done
     * @param successor who has taken its place; null if nobody has
     * @param right whether the prediction was right
     * @param why a sentence that says why it came so
     */
    public record Fate(
            long id,
            String title,
            Verdict predicted,
            Verdict actual,
            Long successor,
            boolean right,
            String why) {}

    /** What can become of a process. */
    public enum Verdict {
        /** The same process is alive. */
        LIVES,
        /** It has ended, and another has taken its place. */
        REPLACED,
        /** It has ended, and nothing has taken its place. */
        ENDS
    }
}
