package kata;

import kata.stage.Kata;
import kata.stage.Stage;
import kata.stage.StagesYaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * Tiny katas, kept in {@code src/test/fixtures}, that are laid over each other in a folder of the
 * test's.
 */
public final class Fixture {

    private static final Path FIXTURES =
            Path.of(System.getProperty("basedir", ""), "src/test/fixtures").toAbsolutePath();

    private Fixture() {}

    /** Copies the kata that is {@code sound}, then what others have in place of its files. */
    public static Kata kata(Path folder, String... others) {
        copy("sound", folder);
        for (String other : others) {
            copy(other, folder);
        }
        return StagesYaml.read(folder);
    }

    /** Copies them and returns the first stage, {@code part1/1-numbers}. */
    public static Stage stage(Path folder, String... others) {
        return kata(folder, others).stage("part1/1-numbers");
    }

    /** Lays one of them over what is in a folder. */
    public static void copy(String name, Path folder) {
        copy(FIXTURES.resolve(name), folder);
    }

    /** Copies the compiled runtime into a kata that has none. */
    public static void copyRuntime(Path folder) {
        copyClasses("otp", folder);
    }

    /** Copies the compiled observer into a kata that has none. */
    public static void copyObserver(Path folder) {
        copyClasses("observer", folder);
    }

    private static void copyClasses(String module, Path folder) {
        Path classes = Path.of(module, "target/classes");
        copy(FIXTURES.resolve("../../../..").resolve(classes), folder.resolve(classes));
    }

    /** Replaces text in a file, which must hold it. */
    public static void replace(Path file, String old, String replacement) {
        try {
            String text = Files.readString(file);
            if (!text.contains(old)) {
                throw new IllegalArgumentException(file + " does not hold: " + old);
            }
            Files.writeString(file, text.replace(old, replacement));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
