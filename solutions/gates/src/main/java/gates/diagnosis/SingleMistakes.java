package gates.diagnosis;

import kata.stage.KnownFailure;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.stage.WrongSolutionYaml;
import kata.test.TestReport;
import kata.verdict.KnownMistakes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Has the mistakes of a stage named, each by itself. A run is judged by what is known from the
 * other half of the runs: so none is recognised only because it was written down itself.
 */
final class SingleMistakes {

    private final Stage stage;
    private final int number;
    private final Map<WrongSolution, List<TestReport>> runs = new LinkedHashMap<>();

    /** Takes the runs of each wrong solution; blocks until all are recorded. */
    SingleMistakes(Stage stage, int number) {
        this.stage = stage;
        this.number = number;
        WrongSolutionYaml.readAll(stage)
                .forEach(wrong -> runs.put(wrong, RecordedRuns.of(stage, wrong).first(number)));
    }

    /** Returns a judgement of each run. */
    List<Judgement> judge() {
        return IntStream.range(0, number).boxed().flatMap(this::judge).toList();
    }

    private Stream<Judgement> judge(int run) {
        KnownMistakes known = knownWithout(run);
        return runs.entrySet().stream()
                .map(entry ->
                        Judgement.of(
                                stage,
                                Set.of(entry.getKey()),
                                known.explain(entry.getValue().get(run))));
    }

    private KnownMistakes knownWithout(int run) {
        Map<WrongSolution, List<KnownFailure>> known = new LinkedHashMap<>();
        runs.forEach((wrong, reports) -> {
            List<TestReport> others = new ArrayList<>(reports);
            others.remove(run);
            known.put(wrong, CommonFailures.of(others));
        });
        return new KnownMistakes(known);
    }
}
