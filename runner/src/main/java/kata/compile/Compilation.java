package kata.compile;

import kata.stage.KataException;
import kata.stage.SourceFile;

import java.nio.file.Path;
import java.util.List;

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
     * below a second when the compiler is warm; what earlier compilations have made is used again
     * where it still fits.
     *
     * @throws KataException if there is no code or no test, or the folder cannot be written
     */
    static Compilation of(StageCode code) {
        require(code.sources(), code, "Java files");
        require(code.tests(), code, "tests");
        OutputFolder output = OutputFolder.fresh(code);
        List<CompileError> errors = StageCompiler.SHARED.compile(code, output);
        return errors.isEmpty()
                ? new Compiled(code, output.classes(), output.testClasses())
                : new Refused(errors);
    }

    private static void require(List<SourceFile> files, StageCode code, String what) {
        if (files.isEmpty()) {
            throw new KataException(
                    "Stage %s (%s) has no %s: get its files back, for example with git."
                            .formatted(code.stage().path(), code.variant(), what));
        }
    }
}
