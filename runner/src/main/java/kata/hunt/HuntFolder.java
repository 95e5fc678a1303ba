package kata.hunt;

import kata.stage.KataException;
import kata.stage.SourceFile;
import kata.stage.Stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder {@code hunt} of a stage: a lesson, and the tests that the hunter writes. */
public record HuntFolder(Stage stage) {

    private static final Pattern TEST = Pattern.compile("@\\w*Test\\b|@TestFactory\\b");

    /** Returns where it is. */
    public Path path() {
        return stage.folder().resolve("hunt");
    }

    /** Tells whether the stage has a hunt. */
    public boolean exists() {
        return Files.isDirectory(path());
    }

    /** Returns the lesson. */
    public Path lesson() {
        return path().resolve("README.md");
    }

    /**
     * Reads the hunter's tests.
     *
     * @throws KataException if there is none, or a file cannot be read
     */
    public List<SourceFile> tests() {
        List<SourceFile> tests = SourceFile.in(stage.root(), path());
        if (tests.stream().noneMatch(file -> TEST.matcher(file.text()).find())) {
            throw new KataException(
                    "There is no test in %s/hunt yet: write a method with @Test, or get the starter"
                                    .formatted(stage.path())
                            + " back with git.");
        }
        return tests;
    }

    /**
     * Reads the hunter's tests, and what the stage's own tests are written with: what a test needs
     * to look at processes need not be written again.
     *
     * @throws KataException if there is no test, or a file cannot be read
     */
    public List<SourceFile> testsAndHelpers() {
        List<SourceFile> tests = tests();
        Set<String> own = tests.stream().map(SourceFile::path).collect(Collectors.toSet());
        Stream<SourceFile> helpers =
                SourceFile.in(stage.root(), stage.testSources()).stream()
                        .filter(file -> !file.path().endsWith("Test.java"))
                        .filter(file -> !own.contains(file.path()));
        return Stream.concat(tests.stream(), helpers).toList();
    }
}
