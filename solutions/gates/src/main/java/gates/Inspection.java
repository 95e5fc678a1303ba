package gates;

import kata.compile.CompileError;
import kata.compile.StageCode;
import kata.stage.KataException;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.test.TestReport;
import kata.test.TestRun;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the gates do alike. */
final class Inspection {

    private Inspection() {}

    /** Inspects, and turns what makes that impossible into a finding. */
    static List<Finding> of(String where, Supplier<Stream<Finding>> findings) {
        try {
            return findings.get().toList();
        } catch (KataException impossible) {
            return List.of(
                    new Finding(
                            where,
                            impossible.getMessage(),
                            "Fix that first; until then nothing more can be said here."));
        }
    }

    /**
     * Compiles and runs code with its stage's tests. Blocks until the tests have ended.
     *
     * @param judge says what is wrong with the outcome
     * @param remedy what to do if the code does not compile
     */
    static Stream<Finding> run(
            StageCode code, Function<TestReport, Stream<Finding>> judge, String remedy) {
        TestedCode tested = TestedCode.of(code, TestRun::of);
        return tested.report()
                .map(judge)
                .orElseGet(() ->
                        tested.compilation().errors().stream()
                                .map(error -> refused(code, error, remedy)));
    }

    /**
     * Tells of the files of a kept solution that do not differ from the reference's.
     *
     * @param described the file that describes the kept solution
     */
    static Stream<Finding> needlessFiles(Stage stage, List<SourceFile> files, String described) {
        if (files.isEmpty()) {
            return Stream.of(
                    new Finding(
                            described,
                            "It changes no Java file.",
                            "Add the files that differ from the solution beside it."));
        }
        Map<String, String> solution =
                SourceFile.in(stage.root(), stage.solutionSources()).stream()
                        .collect(Collectors.toMap(SourceFile::path, SourceFile::text));
        return files.stream()
                .filter(file -> file.text().equals(solution.get(file.path())))
                .map(file ->
                        new Finding(
                                described,
                                "%s is the solution's, unchanged.".formatted(file.path()),
                                "Keep only the files that differ from the solution."));
    }

    /** Tells that the compiler objects to code which a gate needs compiled. */
    static Finding refused(StageCode code, CompileError error, String remedy) {
        return new Finding(
                error.file().isEmpty()
                        ? code.stage().path()
                        : "%s, line %d".formatted(error.file(), error.line()),
                "This code of %s must compile together with its tests, but the compiler says: %s."
                        .formatted(code.stage().path(), error.firstLine()),
                remedy);
    }
}
