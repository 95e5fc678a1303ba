package kata.cli;

import kata.model.KataException;
import kata.model.SourceFile;
import kata.model.Stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Remembers in {@code .kata/progress} how the tests of each stage last ended, and for which code.
 * It only saves time: without it, the tests run again.
 */
final class ProgressFile {

    private static final String HEADER =
            "# How the stages' tests ended, and for which code. It may be deleted.";
    private static final String PASSED = "passed";
    private static final String FAILED = "failed";

    private final Path file;

    ProgressFile(Path root) {
        this.file = root.resolve(".kata").resolve("progress");
    }

    /** Returns whether the stage's tests pass, if they have run since its code last changed. */
    Optional<Boolean> outcome(Stage stage) {
        List<String> lines = lines();
        if (lines.contains(line(stage, PASSED))) {
            return Optional.of(true);
        }
        return lines.contains(line(stage, FAILED)) ? Optional.of(false) : Optional.empty();
    }

    /**
     * Writes down how the stage's tests ended for its code as it is now.
     *
     * @throws KataException if the file cannot be written
     */
    void remember(Stage stage, boolean passed) {
        String line = line(stage, passed ? PASSED : FAILED);
        Stream<String> others =
                lines().stream().filter(other -> !other.startsWith(stage.path() + " "));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Stream.concat(others, Stream.of(line)).toList());
        } catch (IOException failure) {
            throw new KataException(
                    "%s cannot be written: make it a writable file, or delete it.".formatted(file),
                    failure);
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException missingOrBroken) {
            return List.of(HEADER);
        }
    }

    private static String line(Stage stage, String outcome) {
        return "%s %s %s".formatted(stage.path(), outcome, fingerprint(stage));
    }

    private static String fingerprint(Stage stage) {
        MessageDigest digest = sha256();
        Stream.of(stage.starterSources(), stage.testSources())
                .flatMap(folder -> SourceFile.in(stage.root(), folder).stream())
                .flatMap(source -> Stream.of(source.shownAs(), source.text()))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
