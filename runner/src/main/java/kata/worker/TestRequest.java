package kata.worker;

import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.SourceFile;
import kata.stage.Stage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A line of JSON to the worker: compile this code unless that is done, and run the tests on it. It
 * brings the code along, so that the verdict is about what was read when it was asked for.
 *
 * @param root the kata's folder
 * @param stage the stage's path
 * @param variant whose code, as {@link StageCode#variant()} says it
 * @param sources the code
 * @param tests the stage's tests
 * @param resources the folder of what the code reads from its class path
 * @param compiled where the classes are, if the code is compiled already
 * @param seconds the time that the tests may take
 */
record TestRequest(
        String root,
        String stage,
        String variant,
        List<SourceFile> sources,
        List<SourceFile> tests,
        String resources,
        Optional<Folders> compiled,
        long seconds) {

    /**
     * Where compiled code is.
     *
     * @param classes the folder of the code's classes
     * @param testClasses the folder of the tests' classes
     */
    record Folders(String classes, String testClasses) {}

    static TestRequest of(StageCode code, Duration limit) {
        return of(code, Optional.empty(), limit);
    }

    static TestRequest of(Compilation compiled, Duration limit) {
        var folders = new Folders(compiled.classes().toString(), compiled.testClasses().toString());
        return of(compiled.code(), Optional.of(folders), limit);
    }

    private static TestRequest of(StageCode code, Optional<Folders> compiled, Duration limit) {
        return new TestRequest(
                code.stage().root().toString(),
                code.stage().path(),
                code.variant(),
                code.sources(),
                code.tests(),
                code.resources().toString(),
                compiled,
                limit.toSeconds());
    }

    /** Returns the code. Of its stage only the path is known: that is enough to test it. */
    StageCode code() {
        Stage place =
                new Stage(
                        Path.of(root),
                        stage,
                        "",
                        "",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false);
        return new StageCode(place, variant, sources, tests, Path.of(resources));
    }

    /** Compiles the code, or takes the classes that are there. Blocks until it is compiled. */
    Compilation compilation() {
        return compiled.map(folders ->
                        new Compilation(
                                code(),
                                List.of(),
                                Path.of(folders.classes()),
                                Path.of(folders.testClasses())))
                .orElseGet(() -> Compilation.of(code()));
    }
}
