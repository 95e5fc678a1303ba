package gates.diagnosis;

import kata.stage.KnownFailure;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.stage.WrongSolutionYaml;
import kata.test.TestReport;
import kata.verdict.KnownMistakes;

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
    private final Map<WrongSolution, List<TestReport>> runs = new LinkedHashMap<>();

    /** Takes the runs of each wrong solution; blocks until all are recorded. */
    SingleMistakes(Stage stage, int number) {
        this.stage = stage;
        WrongSolutionYaml.readAll(stage)
                .forEach(wrong -> runs.put(wrong, RecordedRuns.of(stage, wrong).first(number)));
    }

    /** Returns a judgement of each run. */
    List<Judgement> judge() {
        List<KnownMistakes> others = List.of(knownFrom(1), knownFrom(0));
        return runs.entrySet().stream()
                .flatMap(entry -> judge(entry.getKey(), entry.getValue(), others))
                .toList();
    }

    private Stream<Judgement> judge(
            WrongSolution wrong, List<TestReport> reports, List<KnownMistakes> others) {
        return IntStream.range(0, reports.size())
                .mapToObj(run ->
                        Judgement.of(
                                stage,
                                Set.of(wrong),
                                others.get(run % 2).explain(reports.get(run))));
    }

    private KnownMistakes knownFrom(int half) {
        Map<WrongSolution, List<KnownFailure>> known = new LinkedHashMap<>();
        runs.forEach((wrong, reports) -> known.put(wrong, CommonFailures.of(half(reports, half))));
        return new KnownMistakes(known);
    }

    private static List<TestReport> half(List<TestReport> reports, int half) {
        return IntStream.range(0, reports.size())
                .filter(run -> run % 2 == half)
                .mapToObj(reports::get)
                .toList();
    }
}
