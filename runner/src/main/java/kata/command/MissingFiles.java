package kata.command;

import kata.stage.OriginalTests;
import kata.stage.SourceFile;
import kata.stage.Stage;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that a stage began with, and that the learner has no more. */
final class MissingFiles {

    private MissingFiles() {}

    /** Returns the paths, below their source folders, of the files that are gone or empty. */
    static List<String> of(Stage stage) {
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
