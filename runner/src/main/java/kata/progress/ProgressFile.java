package kata.progress;

import kata.compile.StageCode;
import kata.stage.Stage;

import java.nio.charset.StandardCharsets;
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
            "How the stages' tests ended, and for which code. It may be deleted.";
    private static final String PASSED = "passed";
    private static final String FAILED = "failed";

    private final PlainFile file;

    ProgressFile(Path root) {
        this.file = PlainFile.of(root, "progress", HEADER);
    }

    /** Tells whether the stage's tests have ever run; reads nothing but this file. */
    boolean mentions(Stage stage) {
        return file.lines().stream().anyMatch(line -> isAbout(stage, line));
    }

    /** Returns whether the stage's tests pass, if they have run since its code last changed. */
    Optional<Boolean> outcome(Stage stage) {
        String fingerprint = fingerprint(StageCode.learner(stage));
        if (knows(beginning(stage, PASSED, fingerprint))) {
            return Optional.of(true);
        }
        return knows(beginning(stage, FAILED, fingerprint)) ? Optional.of(false) : Optional.empty();
    }

    /** Returns what the last run of the stage's tests has shown, be it for other code than now. */
    Optional<LastRun> lastRun(Stage stage) {
        return file.lines().stream()
                .filter(line -> isAbout(stage, line))
                .map(line -> line.split(" ", 4))
                .filter(words -> words.length == 4)
                .flatMap(words -> LastRun.parse(words[3]).stream())
                .findFirst();
    }

    /**
     * Writes down how the stage's tests ended for this code of the learner's, which may have
     * changed since.
     *
     * @throws kata.stage.KataException if the file cannot be written
     */
    void remember(StageCode code, boolean passed, LastRun run) {
        Stage stage = code.stage();
        String line = beginning(stage, passed ? PASSED : FAILED, fingerprint(code)) + run;
        Stream<String> others = file.lines().stream().filter(other -> !isAbout(stage, other));
        file.write(Stream.concat(others, Stream.of(line)));
    }

    private boolean knows(String beginning) {
        return file.lines().stream().anyMatch(line -> line.startsWith(beginning));
    }

    private static boolean isAbout(Stage stage, String line) {
        return line.startsWith(stage.path() + " ");
    }

    private static String beginning(Stage stage, String outcome, String fingerprint) {
        return "%s %s %s ".formatted(stage.path(), outcome, fingerprint);
    }

    private static String fingerprint(StageCode code) {
        MessageDigest digest = sha256();
        Stream.of(code.sources(), code.tests())
                .flatMap(List::stream)
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
