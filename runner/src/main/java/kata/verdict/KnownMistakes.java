package kata.verdict;

import kata.stage.FailuresYaml;
import kata.stage.KnownFailure;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.stage.WrongSolutionYaml;
import kata.test.TestReport;
import kata.test.TestResult;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recognises mistakes by the tests that fail, and by what they say: it is the same on a wrong
 * solution. Tests that fail by the TODO of an open task do not count.
 */
public final class KnownMistakes {

    private final Map<String, String> failed = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private final Map<WrongSolution, List<KnownFailure>> known = new LinkedHashMap<>();

    private KnownMistakes(Stage stage, TestReport report) {
        report.failures().forEach(this::take);
        if (!failed.isEmpty()) {
            Map<String, List<KnownFailure>> failures = FailuresYaml.read(stage);
            WrongSolutionYaml.readAll(stage)
                    .forEach(wrong -> known.put(wrong, countable(failures.get(wrong.name()))));
        }
    }

    /** Returns the wrong solutions of a stage on which just these tests fail, and say the same. */
    public static List<WrongSolution> of(Stage stage, TestReport report) {
        var seen = new KnownMistakes(stage, report);
        return seen.known.keySet().stream().filter(wrong -> seen.isAllOf(List.of(wrong))).toList();
    }

    /**
     * Returns two wrong solutions that together explain each failure, as one alone does not;
     * nothing if there are no two, or others would explain them as well.
     */
    public static List<WrongSolution> twoOf(Stage stage, TestReport report) {
        var seen = new KnownMistakes(stage, report);
        List<WrongSolution> all = seen.known.keySet().stream().filter(seen::mayBeOneOfTwo).toList();
        List<List<WrongSolution>> pairs =
                all.stream()
                        .flatMap(one ->
                                all.stream()
                                        .skip(all.indexOf(one) + 1L)
                                        .map(other -> List.of(one, other)))
                        .filter(seen::isAllOf)
                        .toList();
        return pairs.size() == 1 ? pairs.getFirst() : List.of();
    }

    private void take(TestResult result) {
        if (result.todo().isPresent()) {
            waiting.add(result.name());
        } else {
            failed.putIfAbsent(result.name(), StableMessage.of(result));
        }
    }

    private List<KnownFailure> countable(List<KnownFailure> failures) {
        return failures == null
                ? List.of()
                : failures.stream().filter(failure -> !waiting.contains(failure.test())).toList();
    }

    /**
     * Without their messages, the tests that fail tell too little. A mistake on which all of them
     * fail needs no second one: it only says something else this time.
     */
    private boolean mayBeOneOfTwo(WrongSolution wrong) {
        List<KnownFailure> failures = known.get(wrong);
        return failures.stream().anyMatch(failure -> fits(failure) && !failure.says().isEmpty())
                && failures.stream().allMatch(this::isNoMiss)
                && !failed.keySet().stream().allMatch(test -> isOf(test, failures));
    }

    /** Tells whether these mistakes explain each failure, and none of theirs is missing. */
    private boolean isAllOf(List<WrongSolution> mistakes) {
        List<KnownFailure> failures =
                mistakes.stream().flatMap(wrong -> known.get(wrong).stream()).toList();
        return !failed.isEmpty()
                && failures.stream().allMatch(this::isNoMiss)
                && failed.keySet().stream().allMatch(test -> isExplained(test, failures));
    }

    private boolean isNoMiss(KnownFailure failure) {
        return failure.sometimes() || failed.containsKey(failure.test());
    }

    private static boolean isOf(String test, List<KnownFailure> failures) {
        return failures.stream().anyMatch(failure -> failure.test().equals(test));
    }

    private boolean isExplained(String test, List<KnownFailure> failures) {
        return failures.stream()
                .filter(failure -> failure.test().equals(test))
                .anyMatch(this::fits);
    }

    private boolean fits(KnownFailure failure) {
        return failed.containsKey(failure.test()) && failure.fits(failed.get(failure.test()));
    }
}
