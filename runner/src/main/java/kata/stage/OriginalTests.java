package kata.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stage's tests as the kata has them. The file {@code tests.sha1} beside the solution lists them,
 * each under the name that git gives to what it says: so git can restore it, and the name can be
 * told without git.
 *
 * @param names git's name for each test, by its path below the folder of the tests
 */
public record OriginalTests(Stage stage, Map<String, String> names) {

    private static final String HEAD =
            "# The stage's tests, by git's name for what each says. Derived: see README.md.\n";

    /** Returns where a stage has the list. */
    public static Path fileOf(Stage stage) {
        return stage.solutionFolder().resolve("tests.sha1");
    }

    /**
     * Reads the list; without one, nothing is known of the tests.
     *
     * @throws KataException if it cannot be read
     */
    public static OriginalTests of(Stage stage) {
        Path file = fileOf(stage);
        if (Files.notExists(file)) {
            return new OriginalTests(stage, Map.of());
        }
        try (Stream<String> lines = Files.lines(file)) {
            return new OriginalTests(
                    stage,
                    lines.filter(line -> !line.startsWith("#"))
                            .map(line -> line.split(" ", 2))
                            .collect(
                                    Collectors.toMap(
                                            words -> words[1],
                                            words -> words[0],
                                            (one, _) -> one,
                                            TreeMap::new)));
        } catch (IOException | RuntimeException broken) {
            throw KataException.notRead(file, broken);
        }
    }

    /** Returns what the list has to say of these tests. */
    public static String text(List<SourceFile> tests) {
        return tests.stream()
                .map(test -> "%s %s\n".formatted(name(test.text()), test.path()))
                .collect(Collectors.joining("", HEAD, ""));
    }

    /** Returns a sentence for each test that these lack, or that they say otherwise. */
    public List<String> differences(List<SourceFile> tests) {
        Map<String, String> present =
                tests.stream()
                        .collect(Collectors.toMap(SourceFile::path, test -> name(test.text())));
        return names.keySet().stream()
                .filter(path -> !names.get(path).equals(present.get(path)))
                .map(path ->
                        "%s/src/test/java/%s %s"
                                .formatted(
                                        stage.path(),
                                        path,
                                        present.containsKey(path) ? "was edited" : "is missing"))
                .toList();
    }

    /** Returns the paths of the tests that the stage lacks. */
    public Stream<String> missing() {
        return names.keySet().stream()
                .filter(path -> Files.notExists(stage.testSources().resolve(path)));
    }

    /** Returns git's names for the tests that the stage lacks or has edited, by their paths. */
    public Map<String, String> changed() {
        Map<String, String> changed = new TreeMap<>(names);
        changed.entrySet().removeIf(test -> nameOf(test.getKey()).equals(test.getValue()));
        return changed;
    }

    /** A test that is no text was edited; one that is no file may be a pipe, and never be read. */
    private String nameOf(String path) {
        Path test = stage.testSources().resolve(path);
        try {
            return Files.isRegularFile(test)
                    ? name(new String(Files.readAllBytes(test), StandardCharsets.UTF_8))
                    : "";
        } catch (IOException missing) {
            return "";
        }
    }

    /** Git keeps the text with the line ends of Unix, whatever they are on disk. */
    private static String name(String test) {
        byte[] text = test.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update("blob %d\0".formatted(text.length).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}
