package kata.run;

import kata.model.KataException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The folder that a stage's code is compiled into. Its layout is Maven's, because ArchUnit tells
 * tests from other code by it.
 *
 * @param classes the folder of the code's classes and resources
 * @param testClasses the folder of the tests' classes and resources
 */
record OutputFolder(Path classes, Path testClasses) {

    private static final AtomicInteger USED = new AtomicInteger();

    /**
     * Returns an empty folder, and removes those of earlier runs of the same code.
     *
     * @throws KataException if it cannot be written
     */
    static OutputFolder fresh(StageCode code) {
        Path variant =
                code.stage()
                        .root()
                        .resolve(".kata/out")
                        .resolve(code.stage().path())
                        .resolve(code.variant());
        // ArchUnit remembers the classes of a folder as long as this process lives: no folder
        // twice.
        Path target = variant.resolve("run-" + USED.incrementAndGet()).resolve("target");
        OutputFolder output =
                new OutputFolder(target.resolve("classes"), target.resolve("test-classes"));
        try {
            delete(variant);
            Files.createDirectories(output.classes());
            Files.createDirectories(output.testClasses());
            copy(code.resources(), output.classes());
            copy(code.testResources(), output.testClasses());
            return output;
        } catch (IOException | UncheckedIOException failure) {
            throw new KataException(
                    "%s cannot be written: make it a writable folder, or remove it."
                            .formatted(code.stage().root().resolve(".kata")),
                    failure);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : below(folder).reversed()) {
                Files.delete(path);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            for (Path path : below(from)) {
                Path copy = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    /** Returns the folder and everything below it, each folder before what it holds. */
    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
