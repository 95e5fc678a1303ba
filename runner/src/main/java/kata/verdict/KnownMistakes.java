package kata.verdict;

import kata.stage.KnownFailure;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.test.TestReport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stage's wrong solutions, and how its tests fail on each. Code on which the same tests fail, and
 * say the same, is likely to have the same mistake.
 */
public record KnownMistakes(Map<WrongSolution, List<KnownFailure>> failures) {

    /** Of more that look the same, none is likely enough to be named. */
    private static final int MOST = 3;

    /**
     * Reads what is known of a stage's wrong solutions.
     *
     * @throws kata.stage.KataException if a file that describes them is wrong
     */
    public static KnownMistakes of(Stage stage) {
        Map<String, List<KnownFailure>> recorded = KnownFailure.readAll(stage);
        Map<WrongSolution, List<KnownFailure>> failures = new LinkedHashMap<>();
        WrongSolution.readAll(stage)
                .forEach(wrong ->
                        failures.put(wrong, recorded.getOrDefault(wrong.name(), List.of())));
        return new KnownMistakes(failures);
    }

    /** Returns the mistakes that explain how the tests failed. */
    public Diagnosis explain(TestReport report) {
        var seen = Observation.of(report);
        if (seen.failed().isEmpty()) {
            return Diagnosis.NONE;
        }
        List<Explanation> all =
                failures.entrySet().stream()
                        .map(known -> Explanation.of(known.getKey(), known.getValue(), seen))
                        .toList();
        List<Explanation> whole = all.stream().filter(Explanation::isWhole).toList();
        if (whole.isEmpty()) {
            return two(all);
        }
        boolean unsteady = whole.stream().allMatch(Explanation::varies);
        List<WrongSolution> alone =
                all.stream()
                        .filter(one -> one.isWhole() || unsteady && one.isRival())
                        .map(Explanation::mistake)
                        .toList();
        return alone.size() > MOST ? Diagnosis.NONE : new Diagnosis(alone, false);
    }

    /**
     * Two mistakes that together explain what one alone does not; none if there are no two, or
     * others would explain it as well.
     */
    private static Diagnosis two(List<Explanation> all) {
        List<Explanation> partial = all.stream().filter(Explanation::mayBeOneOfTwo).toList();
        List<List<WrongSolution>> pairs =
                partial.stream()
                        .flatMap(one ->
                                partial.stream()
                                        .skip(partial.indexOf(one) + 1L)
                                        .filter(other -> one.isWholeWith(other))
                                        .map(other -> List.of(one.mistake(), other.mistake())))
                        .toList();
        return pairs.size() == 1 ? new Diagnosis(pairs.getFirst(), true) : Diagnosis.NONE;
    }
}
