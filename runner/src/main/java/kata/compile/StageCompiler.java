package kata.compile;

import kata.stage.SourceFile;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles the code and the tests of stages, and not what has been compiled before: most saves
 * change what the methods of one file do, and nothing that other files see of it.
 */
final class StageCompiler {

    /** That of this process. */
    static final StageCompiler SHARED = new StageCompiler();

    private static final int MOST_TESTS = 8;

    /** As many as a stage has solutions, right and wrong: a hunt and the gates compile them all. */
    private static final int MOST_CODES = 80;

    /** The tests take most of the time of a compilation: those wanted last are kept. */
    private final Map<Tests, ClassFiles> compiledTests = lastWanted(MOST_TESTS);

    /** Who goes back to code, or takes the same for something else, need not wait for it again. */
    private final Map<Sources, Code> compiledCode = lastWanted(MOST_CODES);

    private Optional<Code> last = Optional.empty();

    /**
     * Code that compiles.
     *
     * @param abi what other code sees of its classes
     */
    private record Code(
            List<SourceFile> sources, List<Path> libraries, ClassFiles classes, Abi abi) {

        static Code in(Path folder, List<SourceFile> sources, List<Path> libraries) {
            ClassFiles classes = ClassFiles.in(folder);
            return new Code(sources, libraries, classes, Abi.of(classes));
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

    /** Everything that the class files of code depend on. */
    private record Sources(List<SourceFile> files, List<Path> libraries) {}

    /** Everything that the class files of tests depend on. */
    private record Tests(List<SourceFile> sources, List<Path> libraries, Abi code) {}

    /** Compiles both into an empty folder; returns what the compiler objects to, in its order. */
    synchronized List<CompileError> compile(StageCode code, OutputFolder output) {
        List<Path> libraries = Javac.stageClassPath(code.stage().root());
        List<CompileError> errors = compileCode(code.sources(), libraries, output.classes());
        return errors.isEmpty() ? compileTests(code.tests(), last.orElseThrow(), output) : errors;
    }

    private List<CompileError> compileCode(
            List<SourceFile> sources, List<Path> libraries, Path output) {
        Code known = compiledCode.get(new Sources(sources, libraries));
        if (known != null) {
            known.classes().writeTo(output);
            last = Optional.of(known);
            return List.of();
        }
        Optional<Code> compiled =
                last.filter(before -> before.resembles(sources, libraries))
                        .flatMap(before -> compileChanges(before, sources, output));
        if (compiled.isPresent()) {
            keep(compiled.get());
            return List.of();
        }
        List<CompileError> errors = Javac.compile(sources, libraries, output);
        if (errors.isEmpty()) {
            keep(Code.in(output, sources, libraries));
        }
        return errors;
    }

    private void keep(Code code) {
        compiledCode.put(new Sources(code.sources(), code.libraries()), code);
        last = Optional.of(code);
    }

    /** Returns nothing if to compile the changed files alone is not enough, or not possible. */
    private static Optional<Code> compileChanges(
            Code before, List<SourceFile> sources, Path output) {
        List<SourceFile> changed =
                sources.stream().filter(source -> !before.sources().contains(source)).toList();
        before.sharedWith(sources).writeTo(output);
        if (!Javac.compile(changed, with(output, before.libraries()), output).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Code.in(output, sources, before.libraries()))
                .filter(now -> now.abi().equals(before.abi()));
    }

    private List<CompileError> compileTests(
            List<SourceFile> sources, Code code, OutputFolder output) {
        var tests = new Tests(sources, code.libraries(), code.abi());
        ClassFiles known = compiledTests.get(tests);
        if (known != null) {
            known.writeTo(output.testClasses());
            return List.of();
        }
        List<Path> classPath = with(output.classes(), code.libraries());
        List<CompileError> errors = Javac.compile(sources, classPath, output.testClasses());
        if (errors.isEmpty()) {
            compiledTests.put(tests, ClassFiles.in(output.testClasses()));
        }
        return errors;
    }

    private static <K, V> Map<K, V> lastWanted(int most) {
        return new LinkedHashMap<>(most, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    private static List<Path> with(Path classes, List<Path> libraries) {
        return Stream.concat(Stream.of(classes), libraries.stream()).toList();
    }
}
