package gates.diagnosis;

import kata.compile.StageCode;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.starter.Derivation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Code with two mistakes at once.
 *
 * @param one the first mistake
 * @param other the second mistake
 */
record TwoMistakes(WrongSolution one, WrongSolution other) {

    /** Returns a stage's solution with both mistakes; nothing if they are in the same lines. */
    Optional<FlawedCode> code(Stage stage) {
        List<SourceFile> right = Derivation.of(stage).plain();
        String variant = "wrong-%s-and-%s".formatted(one.name(), other.name());
        return ThreeWayMerge.of(right, FlawedCode.plain(stage, one), FlawedCode.plain(stage, other))
                .map(files -> StageCode.derived(stage, variant, files))
                .map(code -> new FlawedCode(Set.of(one, other), code));
    }
}
