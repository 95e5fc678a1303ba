package kata.progress;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.List;
import java.util.Locale;

/**
 * How far a learner has come in a stage.
 *
 * @param stage the stage's path
 * @param title the stage's title
 * @param state how it stands
 * @param openTasks the numbers of the tasks that are known to be open, in order
 * @param lastRun what the last run of its tests has shown; null if none is remembered
 */
@JsonPropertyOrder({"stage", "title", "state", "openTasks", "lastRun"})
public record StageProgress(
        String stage, String title, State state, List<Integer> openTasks, Run lastRun) {

    /** How a stage stands. Its name in JSON is the one here in small letters. */
    public enum State {
        /** No TODO is left, and the tests pass. */
        SOLVED,
        /** A TODO is left, or a test fails. */
        OPEN,
        /** No TODO is left, but the tests have not seen this code yet. */
        UNTESTED,
        /** The kata does not have it yet. */
        COMING;

        /** Returns the state's name in JSON. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a run of the tests has shown.
     *
     * @param at when it ended, such as {@code 2026-11-21T09:30:00Z}
     * @param tested whether the code compiled and its tests ran to their end
     * @param passed how many tests passed
     * @param failed how many tests did not
     * @param ofThisCode whether neither the code nor the tests have changed since
     */
    @JsonPropertyOrder({"at", "tested", "passed", "failed", "ofThisCode"})
    public record Run(String at, boolean tested, int passed, int failed, boolean ofThisCode) {}
}
