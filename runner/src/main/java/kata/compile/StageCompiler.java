package kata.compile;

import kata.stage.SourceFile;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
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
    private final SequencedMap<Sources, Code> compiledCode = lastWanted(MOST_CODES);

    /** Everything that the class files of code depend on. */
    private record Sources(List<SourceFile> files, List<Path> libraries) {

        /** Returns the files that others have not. */
        List<SourceFile> without(Sources others) {
            return files.stream().filter(file -> !others.files.contains(file)).toList();
        }

        /** Tells whether others have files of the same names, and the same libraries. */
        boolean resemble(Sources others) {
            return paths(files).equals(paths(others.files)) && libraries.equals(others.libraries);
        }

        private static Set<String> paths(List<SourceFile> files) {
            return files.stream().map(SourceFile::path).collect(Collectors.toSet());
        }
    }

    /**
     * Code that compiles.
     *
     * @param abi what other code sees of its classes
     */
    private record Code(Sources sources, ClassFiles classes, Abi abi) {

        static Code in(Path folder, Sources sources) {
            ClassFiles classes = ClassFiles.in(folder);
            return new Code(sources, classes, Abi.of(classes));
        }

        /** Returns the classes that come from files which are among others, too. */
        ClassFiles sharedWith(Sources others) {
            List<SourceFile> shared =
                    sources.files().stream().filter(others.files()::contains).toList();
            return classes.ofSources(Sources.paths(shared));
        }
    }

    /** Everything that the class files of tests depend on. */
    private record Tests(List<SourceFile> files, List<Path> libraries, Abi code) {}

    /** Compiles both into an empty folder; returns what the compiler objects to, in its order. */
    synchronized List<CompileError> compile(StageCode code, OutputFolder output) {
        Path root = code.stage().root();
        var sources = new Sources(code.sources(), StageClassPath.ofCode(root));
        List<CompileError> errors = compileCode(sources, output.classes());
        if (!errors.isEmpty()) {
            return errors;
        }
        Abi abi = compiledCode.get(sources).abi();
        return compileTests(new Tests(code.tests(), StageClassPath.ofTests(root), abi), output);
    }

    private List<CompileError> compileCode(Sources sources, Path output) {
        Code known = compiledCode.get(sources);
        if (known != null) {
            known.classes().writeTo(output);
            return List.of();
        }
        Optional<Code> compiled =
                nearest(sources).flatMap(base -> compileChanges(base, sources, output));
        if (compiled.isPresent()) {
            compiledCode.put(sources, compiled.get());
            return List.of();
        }
        List<CompileError> errors = Javac.compile(sources.files(), sources.libraries(), output);
        if (errors.isEmpty()) {
            compiledCode.put(sources, Code.in(output, sources));
        }
        return errors;
    }

    /** Returns the code that the fewest files have to be compiled beside, the latest of such. */
    private Optional<Code> nearest(Sources sources) {
        return compiledCode.sequencedValues().reversed().stream()
                .filter(code -> sources.resemble(code.sources()))
                .min(Comparator.comparing(code -> sources.without(code.sources()).size()));
    }

    /** Returns nothing if to compile the changed files alone is not enough, or not possible. */
    private static Optional<Code> compileChanges(Code base, Sources sources, Path output) {
        base.sharedWith(sources).writeTo(output);
        List<Path> classPath = with(output, sources.libraries());
        if (!Javac.compile(sources.without(base.sources()), classPath, output).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Code.in(output, sources)).filter(now -> now.abi().equals(base.abi()));
    }

    private List<CompileError> compileTests(Tests tests, OutputFolder output) {
        ClassFiles known = compiledTests.get(tests);
        if (known != null) {
            known.writeTo(output.testClasses());
            return List.of();
        }
        List<Path> classPath = with(output.classes(), tests.libraries());
        List<CompileError> errors = Javac.compile(tests.files(), classPath, output.testClasses());
        if (errors.isEmpty()) {
            compiledTests.put(tests, ClassFiles.in(output.testClasses()));
        }
        return errors;
    }

    private static <K, V> SequencedMap<K, V> lastWanted(int most) {
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
