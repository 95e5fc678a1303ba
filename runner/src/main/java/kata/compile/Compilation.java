package kata.compile;

import kata.stage.KataException;
import kata.stage.SourceFile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What has become of a stage's code and tests in the compiler.
 *
 * @param errors what the compiler objects to, in its order; none if all of it compiles
 */
public record Compilation(StageCode code, List<CompileError> errors, OutputFolder output) {

    /**
     * Compiles code and tests into a fresh folder below {@code .kata/out}. Blocks until done, well
     * below a second when the compiler is warm; what earlier compilations have made is used again
     * where it still fits.
     *
     * @throws KataException if there is no code or no test, or the folder cannot be written
     */
    public static Compilation of(StageCode code) {
        require(code.sources(), code, "Java files");
        require(code.tests(), code, "tests");
        return compile(code);
    }

    /**
     * Compiles code alone into a fresh folder, like {@link #of(StageCode)}: tests that were
     * compiled against other code can run on it.
     *
     * @throws KataException if there is no code, or the folder cannot be written
     */
    public static Compilation withoutTests(StageCode code) {
        require(code.sources(), code, "Java files");
        return compile(code.withTests(List.of()));
    }

    private static Compilation compile(StageCode code) {
        OutputFolder output = OutputFolder.fresh(code);
        var missing =
                new MissingImport(code.sources(), StageClassPath.runtime(code.stage().root()));
        return new Compilation(
                code,
                StageCompiler.SHARED.compile(code, output).stream().map(missing::namedIn).toList(),
                output);
    }

    /** Returns the same code beside tests that were compiled with other code of its stage. */
    public Compilation withTestsOf(Compilation other) {
        return new Compilation(
                code.withTests(other.code.tests()),
                errors,
                new OutputFolder(classes(), other.testClasses()));
    }

    /** Returns the folder of the code's classes and resources. */
    public Path classes() {
        return output.classes();
    }

    /** Returns the folder of the tests' classes and resources. */
    public Path testClasses() {
        return output.testClasses();
    }

    /** Returns the names of the tests' top-level classes. */
    public Stream<String> testTypes() {
        return ClassFiles.in(testClasses()).topLevelTypes();
    }

    /** Tells whether the code compiles, and the tests against it. */
    public boolean succeeded() {
        return errors.isEmpty();
    }

    private static void require(List<SourceFile> files, StageCode code, String what) {
        Path root = code.stage().root();
        if (Files.notExists(root)) {
            throw new KataException(
                    "The kata's folder %s is gone: start ./kata again where it is now."
                            .formatted(root));
        }
        if (files.isEmpty()) {
            throw new KataException(
                    "Stage %s (%s) has no %s: get its files back, with git or by `./kata reset %1$s`."
                            .formatted(code.stage().path(), code.variant(), what));
        }
    }
}
