package kata.stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One step of the kata: a lesson, a starter with its tests, and a reference solution.
 *
 * @param root the kata's root folder
 * @param path the stage's folder below the root and below {@code solutions}, such as {@code
 *     part2/1-cache}
 * @param title what the stage builds, in one line
 * @param learned what one can do after it, in one line
 * @param changes the Java files, below {@code src/main/java}, that differ from the stage before
 * @param tasks the numbered tasks; none if the stage is still to come
 * @param previous the stage that this one continues, unless it begins a new code base
 * @param isTransfer whether it is a stage without blanks: its lesson is a page of requirements, the
 *     learner designs all that stands behind a given interface, and any design that meets them
 *     passes. It has a code base of its own, and no stage continues it.
 */
public record Stage(
        Path root,
        String path,
        String title,
        String learned,
        List<String> changes,
        List<Task> tasks,
        Optional<Stage> previous,
        boolean isTransfer) {

    /** Tells whether the stage can be walked already. */
    public boolean exists() {
        return !tasks.isEmpty();
    }

    /** Returns the last part of its path, such as {@code 1-cache}. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the task of a number, if there is one. */
    public Optional<Task> task(int number) {
        return tasks.stream().filter(task -> task.number() == number).findFirst();
    }

    /** Returns the folder that the learner works in: lesson, starter and tests. */
    public Path folder() {
        return root.resolve(path);
    }

    /** Returns the folder of the reference solution. */
    public Path solutionFolder() {
        return root.resolve("solutions").resolve(path);
    }

    /** Returns the folder of the Java that the learner writes. */
    public Path starterSources() {
        return folder().resolve("src/main/java");
    }

    /** Returns the folder of the Java that solves the stage. */
    public Path solutionSources() {
        return solutionFolder().resolve("src/main/java");
    }

    /** Returns the folder of the tests, which the learner's module and the solution's both run. */
    public Path testSources() {
        return folder().resolve("src/test/java");
    }

    /** Returns the folder that keeps a folder for each wrong solution. */
    public Path wrongSolutions() {
        return solutionFolder().resolve("src/wrong");
    }

    /** Returns the lesson. */
    public Path lesson() {
        return folder().resolve("README.md");
    }

    /** Returns the hints. */
    public Path hints() {
        return folder().resolve("HINTS.md");
    }

    @Override
    public String toString() {
        return path;
    }
}
