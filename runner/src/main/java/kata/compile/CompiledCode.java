package kata.compile;

import kata.stage.SourceFile;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Code that compiles.
 *
 * @param sources what was compiled
 * @param libraries what it was compiled against
 * @param classes what has come of it
 * @param surface what other code sees of these classes
 */
record CompiledCode(
        List<SourceFile> sources, List<Path> libraries, ClassFiles classes, Abi surface) {

    /** Reads what the compiler has written into a folder. */
    static CompiledCode in(Path folder, List<SourceFile> sources, List<Path> libraries) {
        ClassFiles classes = ClassFiles.in(folder);
        return new CompiledCode(sources, libraries, classes, Abi.of(classes));
    }

    /** Tells whether other code has files of the same names, and the same libraries. */
    boolean resembles(List<SourceFile> others, List<Path> otherLibraries) {
        return paths(sources).equals(paths(others)) && libraries.equals(otherLibraries);
    }

    /** Returns the classes that come from files which the other code has, too. */
    ClassFiles sharedWith(List<SourceFile> others) {
        return classes.ofSources(paths(sources.stream().filter(others::contains).toList()));
    }

    private static Set<String> paths(List<SourceFile> files) {
        return files.stream().map(SourceFile::path).collect(Collectors.toSet());
    }
}
