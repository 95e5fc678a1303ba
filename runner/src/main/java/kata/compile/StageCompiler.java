package kata.compile;

import kata.stage.SourceFile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/**
 * Compiles the code and the tests of stages, and not what has been compiled before: most saves
 * change what the methods of one file do, and nothing that other files see of it.
 */
final class StageCompiler {

    /** That of this process. */
    static final StageCompiler SHARED = new StageCompiler();

    private final CompiledTestCache tests = new CompiledTestCache();
    private Optional<CompiledCode> last = Optional.empty();

    /** Compiles both into an empty folder; returns what the compiler objects to, in its order. */
    synchronized List<CompileError> compile(StageCode code, OutputFolder output) {
        List<Path> libraries = Javac.stageClassPath(code.stage().root());
        List<CompileError> errors = compileCode(code.sources(), libraries, output.classes());
        return errors.isEmpty() ? compileTests(code.tests(), last.orElseThrow(), output) : errors;
    }

    private List<CompileError> compileCode(
            List<SourceFile> sources, List<Path> libraries, Path output) {
        Optional<CompiledCode> compiled =
                last.filter(before -> before.resembles(sources, libraries))
                        .flatMap(before -> compileChanges(before, sources, output));
        if (compiled.isPresent()) {
            last = compiled;
            return List.of();
        }
        List<CompileError> errors = compile(sources, libraries, output);
        if (errors.isEmpty()) {
            last = Optional.of(CompiledCode.in(output, sources, libraries));
        }
        return errors;
    }

    /** Returns nothing if to compile the changed files alone is not enough, or not possible. */
    private static Optional<CompiledCode> compileChanges(
            CompiledCode before, List<SourceFile> sources, Path output) {
        List<SourceFile> changed =
                sources.stream().filter(source -> !before.sources().contains(source)).toList();
        before.sharedWith(sources).writeTo(output);
        if (!compile(changed, with(output, before.libraries()), output).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(CompiledCode.in(output, sources, before.libraries()))
                .filter(now -> now.surface().equals(before.surface()));
    }

    private List<CompileError> compileTests(
            List<SourceFile> sources, CompiledCode code, OutputFolder output) {
        var key = new CompiledTestCache.CacheKey(sources, code.libraries(), code.surface());
        Optional<ClassFiles> known = tests.find(key);
        if (known.isPresent()) {
            known.get().writeTo(output.testClasses());
            return List.of();
        }
        List<Path> classPath = with(output.classes(), code.libraries());
        List<CompileError> errors = compile(sources, classPath, output.testClasses());
        if (errors.isEmpty()) {
            tests.keep(key, ClassFiles.in(output.testClasses()));
        }
        return errors;
    }

    private static List<Path> with(Path classes, List<Path> libraries) {
        return Stream.concat(Stream.of(classes), libraries.stream()).toList();
    }

    private static List<CompileError> compile(
            List<SourceFile> sources, List<Path> classPath, Path output) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        if (!sources.isEmpty()) {
            Javac.shared()
                    .task(sources, classPath, List.of("-d", output.toString()), diagnostics)
                    .call();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(CompileError::of)
                .toList();
    }
}
