package kata.run;

import kata.model.SourceFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The class files of tests that were compiled before. Most saves change what methods do and not
 * what the tests see of them, and the tests take most of a compilation.
 */
final class CompiledTests {

    /** Those of this process, to be used by one thread at a time. */
    static final CompiledTests SHARED = new CompiledTests();

    private static final int MOST = 8;

    private final Map<Circumstances, Map<Path, byte[]>> kept =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<Circumstances, Map<Path, byte[]>> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * Everything that class files depend on.
     *
     * @param tests the tests' sources
     * @param libraries what they are compiled against besides the code
     * @param code what they see of the code
     */
    record Circumstances(List<SourceFile> tests, List<Path> libraries, Surface code) {}

    /** Writes the class files of the same tests into a folder, and tells whether there are any. */
    boolean write(Circumstances circumstances, Path folder) {
        Optional<Map<Path, byte[]>> files = Optional.ofNullable(kept.get(circumstances));
        files.ifPresent(found -> write(found, folder));
        return files.isPresent();
    }

    private static void write(Map<Path, byte[]> files, Path folder) {
        try {
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Keeps the class files in a folder, and forgets those that were not wanted for the longest.
     */
    void keep(Circumstances circumstances, Path folder) {
        Map<Path, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Surface::isClassFile).toList()) {
                files.put(folder.relativize(path), Files.readAllBytes(path));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        kept.put(circumstances, files);
    }
}
