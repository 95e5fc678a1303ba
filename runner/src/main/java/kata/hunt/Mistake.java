package kata.hunt;

import kata.stage.KnownFailure;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A mistake that is hidden in a solution: the hunter knows what its author believed, and sees the
 * code once a test has caught it.
 *
 * @param number by which the hunter calls it, from 1
 */
public record Mistake(int number, WrongSolution wrong, Difficulty difficulty) {

    /**
     * Reads a stage's mistakes, the easy ones first.
     *
     * @throws kata.stage.KataException if what describes one of them is wrong
     */
    public static List<Mistake> of(Stage stage) {
        Map<String, List<KnownFailure>> failures = KnownFailure.readAll(stage);
        Set<String> rules = classesOfRules(stage);
        List<Mistake> sorted =
                WrongSolution.readAll(stage).stream()
                        .map(wrong ->
                                new Mistake(
                                        0,
                                        wrong,
                                        Difficulty.of(
                                                failures.getOrDefault(wrong.name(), named(wrong)),
                                                rules)))
                        .sorted(Comparator.comparing(Mistake::difficulty))
                        .toList();
        List<Mistake> numbered = new ArrayList<>();
        sorted.forEach(one -> numbered.add(one.numbered(numbered.size() + 1)));
        return numbered;
    }

    /** Returns the name of the solution that has it. */
    String name() {
        return wrong.name();
    }

    /** Tells whether no test of what the code does can see it. */
    public boolean isOfRule() {
        return difficulty == Difficulty.RULE;
    }

    /** Where nothing was recorded, the tests that must catch it are known. */
    private static List<KnownFailure> named(WrongSolution wrong) {
        return wrong.caughtBy().stream().map(test -> new KnownFailure(test, "", false)).toList();
    }

    private Mistake numbered(int other) {
        return new Mistake(other, wrong, difficulty);
    }

    private static Set<String> classesOfRules(Stage stage) {
        return SourceFile.in(stage.root(), stage.testSources()).stream()
                .filter(test -> test.text().contains("@ArchTest"))
                .map(test -> test.path().replaceFirst("^.*/", "").replace(".java", ""))
                .collect(Collectors.toSet());
    }
}
