package kata.compile;

import kata.stage.KataException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The folder that a stage's code is compiled into. Its layout is Maven's, because ArchUnit tells
 * tests from other code by it.
 */
public record OutputFolder(Path classes, Path testClasses) {

    private static final AtomicInteger USED = new AtomicInteger();

    /**
     * Returns an empty folder, and removes those that this process has used for the same code.
     *
     * @throws KataException if it cannot be written
     */
    static OutputFolder fresh(StageCode code) {
        try {
            Path variant =
                    ProcessFolder.below(code.stage().root().resolve(".kata/out"))
                            .resolve(code.stage().path())
                            .resolve(code.variant());
            new FileTree(variant).delete();
            // ArchUnit remembers the classes of a folder as long as this process lives: no folder
            // twice.
            Path target = variant.resolve("run-" + USED.incrementAndGet()).resolve("target");
            OutputFolder output =
                    new OutputFolder(target.resolve("classes"), target.resolve("test-classes"));
            Files.createDirectories(output.classes());
            Files.createDirectories(output.testClasses());
            new FileTree(code.resources()).copyTo(output.classes());
            new FileTree(code.testResources()).copyTo(output.testClasses());
            return output;
        } catch (IOException failure) {
            throw KataException.notWritten(code.stage().root().resolve(".kata"), failure);
        }
    }
}
