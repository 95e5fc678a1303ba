package gates.measure;

import gates.MaintainerCommand;

import kata.stage.Stage;
import kata.terminal.ExitCode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** Measures how long a learner waits for verdicts. */
@Command(
        name = "measure",
        description =
                "Measure how long a learner waits for verdicts, in a copy of the kata. Prints a"
                        + " table: from the start to the first verdict, from the first save to its"
                        + " verdict, median and longest of the saves behind it, and the median of"
                        + " Maven's time.",
        mixinStandardHelpOptions = true)
public final class Measure implements Callable<Integer> {

    private static final String ROW = "| %s | %s | %s | %s | %s | %s |";

    @Spec private CommandSpec spec;

    @Mixin private MaintainerCommand maintainer;

    @Option(
            names = "--saves",
            paramLabel = "<n>",
            description = "How often to save once warm (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int saves;

    @Option(
            names = "--maven",
            paramLabel = "<n>",
            description = "How often to let Maven test the same (default: ${DEFAULT-VALUE}).",
            defaultValue = "3")
    private int mavens;

    @Option(
            names = "--idle",
            paramLabel = "<s>",
            description =
                    "How many seconds to look at the watch of the last stage while nothing happens"
                            + " (default: ${DEFAULT-VALUE}).",
            defaultValue = "0")
    private int idle;

    /** Runs the command and ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(MaintainerCommand.run(new Measure(), arguments));
    }

    @Override
    public Integer call() {
        requirePositive("--saves", saves);
        requirePositive("--maven", mavens);
        List<Stage> stages = maintainer.stages();
        maintainer.line(
                "%d cores, Java %s, %s; saves once warm: %d, runs of Maven: %d",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                saves,
                mavens);
        maintainer.line("");
        maintainer.line(ROW, "stage", "start", "first save", "median", "longest", "Maven");
        maintainer.line("|---|--:|--:|--:|--:|--:|");
        stages.forEach(this::measure);
        if (idle > 0) {
            measureIdle(stages.getLast());
        }
        return ExitCode.GOOD;
    }

    private void requirePositive(String option, int number) {
        if (number < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s must be 1 or more, but is %d.".formatted(option, number));
        }
    }

    private void measureIdle(Stage stage) {
        IdleUse use = new LoopMeasurement(stage, saves, 0).idle(Duration.ofSeconds(idle));
        maintainer.line("");
        maintainer.line("Idle for %d s on %s: %s", idle, stage.path(), use);
    }

    private void measure(Stage stage) {
        LoopTimes times = new LoopMeasurement(stage, saves, mavens).take();
        maintainer.line(
                ROW,
                stage.path(),
                Durations.seconds(times.start()),
                Durations.milliseconds(times.firstSave()),
                Durations.milliseconds(Durations.median(times.saves())),
                Durations.milliseconds(Collections.max(times.saves())),
                Durations.seconds(Durations.median(times.maven())));
    }
}
