package kata.hunt;

import kata.stage.KnownFailure;

import java.util.List;
import java.util.Set;

/** How hard a mistake is to see, measured by how many of the stage's own tests fail on it. */
public enum Difficulty {
    /** Several tests fail: the mistake shows in what most clients do. */
    EASY("Easy: several of the kata's own tests see it"),
    /** Two or three tests fail. */
    MEDIUM("Harder: two or three of them do"),
    /** One test was written for it. */
    HARD("Hard: one test was written for it"),
    /** Whatever a client does, the answers are right. */
    RULE("All answers are right, and a rule of the stage is broken: for those who know ArchUnit");

    private static final int SEVERAL = 4;

    private final String title;

    Difficulty(String title) {
        this.title = title;
    }

    /**
     * Measures it.
     *
     * @param failures the tests that fail on the mistake
     * @param rules the names of the stage's classes of layering rules
     */
    static Difficulty of(List<KnownFailure> failures, Set<String> rules) {
        List<KnownFailure> seen =
                failures.stream()
                        .filter(failure ->
                                !rules.contains(failure.test().replaceFirst("\\..*", "")))
                        .toList();
        if (seen.isEmpty()) {
            return RULE;
        }
        // A test that fails now and then does not make a mistake easy.
        long tests = seen.stream().filter(failure -> !failure.sometimes()).count();
        if (tests <= 1) {
            return HARD;
        }
        return tests < SEVERAL ? MEDIUM : EASY;
    }

    /** Returns what it means, for people. */
    String title() {
        return title;
    }
}
