package gates.diagnosis;

import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.verdict.Diagnosis;

import java.util.List;
import java.util.Set;

/**
 * What was named in place of mistakes that code has.
 *
 * @param stage the stage's path
 * @param mistakes the names of the mistakes
 * @param naming whether that was right
 * @param named the names that were given
 */
record Judgement(String stage, List<String> mistakes, Naming naming, List<String> named) {

    /** How right it was. */
    enum Naming {
        /** All of the mistakes were named, and nothing else. */
        RIGHT,
        /** One of the mistakes was named, perhaps beside others that look the same. */
        PARTLY,
        /** Nothing was named. */
        SILENT,
        /** Only mistakes were named that the code does not have, or more than it has. */
        WRONG
    }

    /** Compares mistakes of a stage with those that were named. */
    static Judgement of(Stage stage, Set<WrongSolution> mistakes, Diagnosis diagnosis) {
        return new Judgement(
                stage.path(),
                names(List.copyOf(mistakes)),
                naming(mistakes, diagnosis),
                names(diagnosis.mistakes()));
    }

    private static List<String> names(List<WrongSolution> mistakes) {
        return mistakes.stream().map(WrongSolution::name).sorted().toList();
    }

    private static Naming naming(Set<WrongSolution> mistakes, Diagnosis diagnosis) {
        List<WrongSolution> named = diagnosis.mistakes();
        if (named.isEmpty()) {
            return Naming.SILENT;
        }
        boolean areAll = mistakes.equals(Set.copyOf(named));
        if (diagnosis.together()) {
            return areAll ? Naming.RIGHT : Naming.WRONG;
        }
        if (named.stream().noneMatch(mistakes::contains)) {
            return Naming.WRONG;
        }
        return areAll && mistakes.size() == 1 ? Naming.RIGHT : Naming.PARTLY;
    }

    @Override
    public String toString() {
        return "%s: %s is called %s"
                .formatted(stage, String.join(" and ", mistakes), String.join(", ", named));
    }
}
