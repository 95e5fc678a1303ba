package kata.compile;

import kata.stage.SourceFile;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the class files of tests. Most saves change the bodies of methods and not what the tests
 * see of them, and the tests take most of the time of a compilation.
 */
final class CompiledTestCache {

    private static final int MOST = 8;

    private final Map<CacheKey, ClassFiles> kept =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<CacheKey, ClassFiles> eldest) {
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
    record CacheKey(List<SourceFile> tests, List<Path> libraries, Abi code) {}

    /** Returns the class files of the same tests, if they are known. */
    Optional<ClassFiles> find(CacheKey key) {
        return Optional.ofNullable(kept.get(key));
    }

    /** Keeps class files, and forgets those that were not wanted for the longest. */
    void keep(CacheKey key, ClassFiles classes) {
        kept.put(key, classes);
    }
}
