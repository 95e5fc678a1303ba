package gates.diagnosis;

import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.KataException;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.starter.Derivation;
import kata.test.TestReport;
import kata.verdict.KnownMistakes;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Code that was made to have certain mistakes.
 *
 * @param mistakes the mistakes
 * @param code the code
 */
record FlawedCode(Set<WrongSolution> mistakes, StageCode code) {

    /** Returns all files of a wrong solution, without the comments that fence tasks. */
    static List<SourceFile> plain(Stage stage, WrongSolution wrong) {
        List<SourceFile> files = StageCode.wrong(stage, wrong).sources();
        try {
            return Derivation.of(stage, files).plain();
        } catch (KataException withoutFences) {
            return files;
        }
    }

    /**
     * Has the mistakes named; nothing if the code does not compile, or all tests pass. Blocks until
     * a run is recorded.
     */
    Optional<Judgement> judge(KnownMistakes known) {
        if (!Compilation.of(code).succeeded()) {
            return Optional.empty();
        }
        TestReport report = new RecordedRuns(code).atLeast(1).getFirst();
        return report.failures().allMatch(result -> result.todo().isPresent())
                ? Optional.empty()
                : Optional.of(Judgement.of(code.stage(), mistakes, known.explain(report)));
    }
}
