package gates.derive;

import gates.MaintainerCommand;
import gates.diagnosis.FailureRecorder;
import gates.diagnosis.FailureRecords;
import gates.diagnosis.FailuresText;
import gates.sequence.SequencesAreTraced;

import kata.files.BackupWriter;
import kata.stage.Kata;
import kata.stage.KnownFailure;
import kata.stage.Stage;
import kata.terminal.ExitCode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;

/** Writes all that is derived in the kata again. */
@Command(
        name = "derive",
        description =
                "Write the starters from the solutions, the sequence diagrams of lessons, and"
                        + " unless stages are named the lists of modules, and the map and the first"
                        + " screen in README.md. What is overwritten is kept below .kata/replaced.",
        mixinStandardHelpOptions = true)
public final class Derive implements Callable<Integer> {

    @Mixin private MaintainerCommand maintainer;

    @Option(
            names = "--failures",
            arity = "1",
            description =
                    "Whether to try the wrong solutions, too, that have changed or whose tests"
                            + " have, and to write down which fail on each; this takes minutes.")
    private boolean failures;

    /** Runs the command and ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(MaintainerCommand.run(new Derive(), arguments));
    }

    @Override
    public Integer call() {
        Kata kata = maintainer.kata();
        List<Stage> stages = maintainer.stages();
        Path keptIn = kata.root().resolve(".kata/replaced");
        var writer = new BackupWriter(kata.root(), keptIn, LocalDateTime.now());
        stages.stream()
                .flatMap(stage -> DerivedFiles.ofStage(stage).stream())
                .forEach(file -> file.write(writer));
        stages.stream()
                .filter(stage -> SequencesAreTraced.hasAny(stage))
                .forEach(stage -> writer.write(stage.lesson(), SequencesAreTraced.derived(stage)));
        if (failures) {
            stages.forEach(stage -> writeFailures(stage, writer));
        }
        if (maintainer.isAboutAllStages()) {
            DerivedFiles.ofKata(kata).forEach(file -> file.write(writer));
        }
        print(kata, writer);
        return ExitCode.GOOD;
    }

    private static void writeFailures(Stage stage, BackupWriter writer) {
        FailureRecords records = FailureRecorder.record(stage);
        if (!records.failures().isEmpty()) {
            writer.write(KnownFailure.fileOf(stage), FailuresText.of(records));
        }
    }

    private void print(Kata kata, BackupWriter writer) {
        if (writer.changed().isEmpty()) {
            maintainer.line("Everything is as the solutions and stages.yaml say.");
        }
        for (Path file : writer.changed()) {
            maintainer.line(
                    "%s %s",
                    Files.exists(file) ? "wrote  " : "deleted", kata.root().relativize(file));
        }
        writer.keptIn()
                .ifPresent(folder ->
                        maintainer.line(
                                "What these files held before is kept in %s",
                                kata.root().relativize(folder)));
    }
}
