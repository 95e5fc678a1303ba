package kata.verdict;

import kata.stage.OriginalTests;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.terminal.Terminal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that a stage began with, and that the learner has no more. */
public final class MissingFiles {

    private MissingFiles() {}

    /** Prints which they are, and how to get them back; tells whether there are any. */
    public static boolean print(Stage stage, Terminal terminal) {
        List<String> missing = of(stage);
        if (missing.isEmpty()) {
            return false;
        }
        terminal.line("Next: get back what is gone or empty: %s", String.join(", ", missing));
        terminal.line(
                "With git, or by `./kata reset %s`, which starts it again and keeps your files.",
                stage.path());
        return true;
    }

    /** Returns the paths, below their source folders, of the files that are gone or empty. */
    private static List<String> of(Stage stage) {
        return Stream.concat(sources(stage), OriginalTests.of(stage).missing()).toList();
    }

    private static Stream<String> sources(Stage stage) {
        Set<String> present =
                SourceFile.in(stage.root(), stage.starterSources()).stream()
                        .filter(file -> !file.text().isBlank())
                        .map(SourceFile::path)
                        .collect(Collectors.toSet());
        // A starter has the files of the solution, which is not the learner's to delete.
        return SourceFile.in(stage.root(), stage.solutionSources()).stream()
                .map(SourceFile::path)
                .filter(path -> !present.contains(path));
    }
}
