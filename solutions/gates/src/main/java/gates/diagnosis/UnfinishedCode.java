package gates.diagnosis;

import kata.compile.StageCode;
import kata.stage.KataException;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.stage.WrongSolutionYaml;
import kata.starter.Derivation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Wrong solutions as a learner has them on the way: the task with the mistake is solved, and those
 * behind it are still open.
 */
final class UnfinishedCode {

    private UnfinishedCode() {}

    /** Returns those of a stage, without the ones whose mistake is in the last task. */
    static Stream<FlawedCode> of(Stage stage) {
        return WrongSolutionYaml.readAll(stage).stream()
                .flatMap(wrong -> unfinished(stage, wrong).stream());
    }

    private static Optional<FlawedCode> unfinished(Stage stage, WrongSolution wrong) {
        try {
            Derivation right = Derivation.of(stage);
            Derivation flawed = Derivation.of(stage, StageCode.wrong(stage, wrong).sources());
            return IntStream.range(1, stage.tasks().size())
                    .filter(task -> !texts(right.upTo(task)).equals(texts(flawed.upTo(task))))
                    .mapToObj(task -> code(stage, wrong, flawed, task))
                    .findFirst();
        } catch (KataException withoutFences) {
            return Optional.empty();
        }
    }

    private static FlawedCode code(Stage stage, WrongSolution wrong, Derivation flawed, int task) {
        String variant = "wrong-%s-up-to-%d".formatted(wrong.name(), task);
        return new FlawedCode(Set.of(wrong), StageCode.derived(stage, variant, flawed.upTo(task)));
    }

    private static List<String> texts(List<SourceFile> files) {
        return files.stream().map(SourceFile::text).toList();
    }
}
