package gates.diagnosis;

import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.KataException;
import kata.stage.KnownFailure;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.test.RunningCode;
import kata.test.TestReport;
import kata.test.TestRun;
import kata.worker.Worker;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tests have said of some code in several runs. Each run is kept in a file below {@code
 * .kata/runs} as soon as it has ended, so that a long series can be recorded in portions. When the
 * code, the tests or the runtime change, a new series begins.
 *
 * @param code the code
 */
record RecordedRuns(StageCode code) {

    private static final int FEW = 5;
    private static final int MANY = 15;

    /** What many runs of the same code may take together; a few are made however long they take. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A test may print half of a character, which no UTF-8 file can hold. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Returns those of a wrong solution. */
    static RecordedRuns of(Stage stage, WrongSolution wrong) {
        return new RecordedRuns(StageCode.wrong(stage, wrong));
    }

    /**
     * Returns those of a few runs, and of more where these differ. Blocks until there are.
     *
     * @see #worthwhile
     */
    List<TestReport> enough() {
        return atLeast(worthwhile(atLeast(FEW)));
    }

    /**
     * Returns how many runs say enough of code: no more than a few if these agree, and else as many
     * as a minute holds. A wrong solution that many tests wait for in vain takes half a minute a
     * run.
     */
    static int worthwhile(List<TestReport> few) {
        boolean differ = CommonFailures.of(few).stream().anyMatch(KnownFailure::varies);
        long millis = few.stream().map(TestReport::duration).mapToLong(Duration::toMillis).sum();
        long affordable = PATIENCE.toMillis() * few.size() / Math.max(1, millis);
        return differ ? Math.max(few.size(), (int) Math.min(MANY, affordable)) : few.size();
    }

    /**
     * Returns all reports that are recorded; blocks until there are that many. Each run has the
     * time that a learner's has.
     *
     * @throws KataException if the code does not compile, or is still running after its tests
     */
    List<TestReport> atLeast(int number) {
        Path file = file();
        List<TestReport> reports = new ArrayList<>(read(file));
        if (reports.size() < number) {
            Compilation compilation = compiled();
            while (reports.size() < number) {
                TestReport report = failuresOf(TestRun.of(compilation, Worker.LIMIT));
                append(file, report);
                reports.add(report);
                requireThatNothingRuns();
            }
        }
        return List.copyOf(reports);
    }

    private Path file() {
        Stage stage = code.stage();
        String name = "%s-%s.jsonl".formatted(code.variant(), Fingerprint.of(code));
        return stage.root().resolve(".kata/runs").resolve(stage.path()).resolve(name);
    }

    private Compilation compiled() {
        Compilation compilation = Compilation.of(code);
        if (!compilation.succeeded()) {
            throw new KataException(
                    "%s, %s, does not compile: %s"
                            .formatted(
                                    code.stage().path(),
                                    code.variant(),
                                    compilation.errors().getFirst()));
        }
        return compilation;
    }

    private static TestReport failuresOf(TestReport report) {
        return TestReport.of(report.failures().toList(), "", report.duration());
    }

    /** The next run would find no processor free. */
    private void requireThatNothingRuns() {
        if (RunningCode.isLeft()) {
            throw new KataException(
                    "Code of %s, %s, is still running: start the command again, it goes on from here."
                            .formatted(code.stage().path(), code.variant()));
        }
    }

    private static List<TestReport> read(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(line -> JSON.readValue(line, TestReport.class))
                            .toList()
                    : List.of();
        } catch (IOException failure) {
            throw new KataException("%s cannot be read: delete it.".formatted(file), failure);
        }
    }

    private static void append(Path file, TestReport report) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    JSON.writeValueAsString(report) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new KataException(
                    "%s cannot be written: make its folder writable.".formatted(file), failure);
        }
    }
}
