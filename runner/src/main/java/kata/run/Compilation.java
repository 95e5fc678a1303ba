package kata.run;

import kata.model.KataException;
import kata.model.SourceFile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/** What has become of a stage's code and tests in the compiler. */
public sealed interface Compilation {

    /**
     * The code and the tests compile.
     *
     * @param code what was compiled
     * @param classes the folder of the code's classes and resources
     * @param testClasses the folder of the tests' classes and resources
     */
    record Compiled(StageCode code, Path classes, Path testClasses) implements Compilation {}

    /**
     * The code does not compile, or the tests do not compile against it.
     *
     * @param errors what the compiler objects to, in its order
     */
    record Refused(List<CompileError> errors) implements Compilation {}

    /**
     * Compiles code and tests into a fresh folder below {@code .kata/out}. Blocks until done, well
     * below a second when the compiler is warm; tests are compiled again only if they, or what they
     * see of the code, have changed.
     *
     * @throws KataException if there is no code or no test, or the folder cannot be written
     */
    static Compilation of(StageCode code) {
        require(code.sources(), code, "Java files");
        require(code.tests(), code, "tests");
        OutputFolder output = OutputFolder.fresh(code);
        List<CompileError> errors = compile(code, output);
        return errors.isEmpty()
                ? new Compiled(code, output.classes(), output.testClasses())
                : new Refused(errors);
    }

    private static List<CompileError> compile(StageCode code, OutputFolder output) {
        List<Path> libraries = Javac.stageClassPath(code.stage().root());
        Javac javac = Javac.shared();
        synchronized (javac) {
            List<CompileError> errors = compile(javac, code.sources(), libraries, output.classes());
            return errors.isEmpty() ? compileTests(javac, code, libraries, output) : errors;
        }
    }

    private static List<CompileError> compileTests(
            Javac javac, StageCode code, List<Path> libraries, OutputFolder output) {
        var circumstances =
                new CompiledTests.Circumstances(
                        code.tests(), libraries, Surface.of(output.classes()));
        if (CompiledTests.SHARED.write(circumstances, output.testClasses())) {
            return List.of();
        }
        List<Path> classPath = new ArrayList<>(libraries);
        classPath.addFirst(output.classes());
        List<CompileError> errors = compile(javac, code.tests(), classPath, output.testClasses());
        if (errors.isEmpty()) {
            CompiledTests.SHARED.keep(circumstances, output.testClasses());
        }
        return errors;
    }

    private static List<CompileError> compile(
            Javac javac, List<SourceFile> sources, List<Path> classPath, Path output) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        javac.task(sources, classPath, List.of("-d", output.toString()), diagnostics).call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(CompileError::of)
                .toList();
    }

    private static void require(List<SourceFile> files, StageCode code, String what) {
        if (files.isEmpty()) {
            throw new KataException(
                    "Stage %s (%s) has no %s: get its files back, for example with git."
                            .formatted(code.stage().path(), code.variant(), what));
        }
    }
}
