package kata.progress;

import com.fasterxml.jackson.annotation.JsonValue;

import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a learner has come. The names of the parts are those in JSON; none is ever renamed or
 * removed without another format number.
 *
 * @param format the number of this format, 1
 * @param at when the report was made, such as {@code 2026-11-21T09:30:00Z}
 * @param solved how many stages are solved
 * @param total how many stages there are, those to come left out
 * @param current the path of the stage that the learner is at; null if every stage is solved
 * @param stages every stage in walking order, those to come among them
 */
public record ProgressReport(
        int format, String at, long solved, long total, String current, List<OfStage> stages) {

    private static final int FORMAT = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .build();

    /**
     * How far a learner has come in a stage.
     *
     * @param stage the stage's path
     * @param openTasks the numbers of the tasks that are known to be open, in order
     * @param lastRun what the last run of its tests has shown; null if none is remembered
     */
    public record OfStage(
            String stage, String title, State state, List<Integer> openTasks, Run lastRun) {}

    /** How a stage stands. Its name in JSON is the one here in small letters. */
    public enum State {
        /** The tests pass for the code as it is. */
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
     * @param ofThisCode whether neither the code nor the tests have changed since
     */
    public record Run(String at, boolean tested, int passed, int failed, boolean ofThisCode) {}

    /** Finds out how far a learner has come, from what is known; runs no tests. */
    public static ProgressReport of(Kata kata) {
        var progress = new ProgressFile(kata.root());
        List<OfStage> stages = kata.allStages().map(stage -> ofReadable(stage, progress)).toList();
        List<String> solved =
                stages.stream()
                        .filter(stage -> stage.state() == State.SOLVED)
                        .map(OfStage::stage)
                        .toList();
        return new ProgressReport(
                FORMAT,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                solved.size(),
                kata.stages().size(),
                new CurrentStage(kata, stage -> solved.contains(stage.path()))
                        .find()
                        .map(Stage::path)
                        .orElse(null),
                stages);
    }

    /** A stage with files that cannot be read is open; to work on it says why. */
    private static OfStage ofReadable(Stage stage, ProgressFile progress) {
        try {
            return of(stage, progress);
        } catch (KataException unreadable) {
            return new OfStage(stage.path(), stage.title(), State.OPEN, List.of(), null);
        }
    }

    private static OfStage of(Stage stage, ProgressFile progress) {
        Optional<Boolean> outcome = progress.outcome(stage);
        List<Integer> openTasks = progress.openTasks(stage);
        Run run =
                progress.lastRun(stage)
                        .map(last ->
                                new Run(
                                        last.at().toString(),
                                        last.tested(),
                                        last.passed(),
                                        last.failed(),
                                        outcome.isPresent()))
                        .orElse(null);
        State state = stage.exists() ? state(progress.isSolved(stage)) : State.COMING;
        return new OfStage(stage.path(), stage.title(), state, openTasks, run);
    }

    private static State state(Optional<Boolean> isSolved) {
        return isSolved.map(solved -> solved ? State.SOLVED : State.OPEN).orElse(State.UNTESTED);
    }

    /** Returns the report as JSON, on several lines. */
    public String toJson() {
        return JSON.writeValueAsString(this);
    }
}
