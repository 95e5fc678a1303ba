package gates.diagnosis;

import kata.compile.StageCode;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;
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
        Derivation right = Derivation.of(stage);
        return WrongSolution.readAll(stage).stream()
                .flatMap(wrong -> unfinished(stage, wrong, right).stream());
    }

    /** In a task that is still open, the mistake and the TODO are in the same lines. */
    private static Optional<FlawedCode> unfinished(
            Stage stage, WrongSolution wrong, Derivation right) {
        List<SourceFile> flawed = FlawedCode.plain(stage, wrong);
        return IntStream.range(1, stage.tasks().size())
                .boxed()
                .flatMap(task ->
                        ThreeWayMerge.of(right.plain(), flawed, right.upTo(task)).stream()
                                .map(files -> code(stage, wrong, task, files)))
                .findFirst();
    }

    private static FlawedCode code(
            Stage stage, WrongSolution wrong, int task, List<SourceFile> files) {
        String variant = "wrong-%s-up-to-%d".formatted(wrong.name(), task);
        return new FlawedCode(Set.of(wrong), StageCode.derived(stage, variant, files));
    }
}
