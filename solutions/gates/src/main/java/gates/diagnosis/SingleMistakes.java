package gates.diagnosis;

import kata.stage.KnownFailure;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.test.TestReport;
import kata.verdict.KnownMistakes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Has the mistakes of a stage named, each by itself. A run is judged by what is known from all the
 * other runs: so none is recognised only because it was written down itself.
 */
final class SingleMistakes {

    private final Stage stage;
    private final int number;
    private final Map<WrongSolution, List<TestReport>> runs = new LinkedHashMap<>();
    private final Map<WrongSolution, List<KnownFailure>> known = new LinkedHashMap<>();

    /** Takes the runs of each wrong solution; blocks until so many are recorded. */
    SingleMistakes(Stage stage, int number) {
        this.stage = stage;
        this.number = number;
        for (WrongSolution wrong : WrongSolution.readAll(stage)) {
            List<TestReport> reports = RecordedRuns.of(stage, wrong).atLeast(number);
            runs.put(wrong, reports);
            known.put(wrong, CommonFailures.of(reports));
        }
    }

    /** Returns a judgement of each run. */
    List<Judgement> judge() {
        return runs.entrySet().stream()
                .flatMap(entry ->
                        IntStream.range(0, number)
                                .mapToObj(run -> judge(entry.getKey(), entry.getValue(), run)))
                .toList();
    }

    private Judgement judge(WrongSolution wrong, List<TestReport> reports, int run) {
        List<TestReport> others = new ArrayList<>(reports);
        TestReport judged = others.remove(run);
        Map<WrongSolution, List<KnownFailure>> withoutIt = new LinkedHashMap<>(known);
        withoutIt.put(wrong, CommonFailures.of(others));
        return Judgement.of(stage, Set.of(wrong), new KnownMistakes(withoutIt).explain(judged));
    }
}
