package kata.command;

import kata.compile.StageCode;
import kata.progress.CurrentStage;
import kata.stage.Kata;
import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.verdict.Durations;
import kata.verdict.VerdictPrinter;
import kata.worker.Verdict;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code ./kata run}. */
@Command(
        name = "run",
        aliases = "test",
        description = "Run the tests of a stage against your code, and say what to do next.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @ParentCommand private KataCommand parent;

    @Spec private CommandSpec spec;

    @Mixin private StageArgument argument;

    @Option(
            names = "--on",
            paramLabel = "<code>",
            description = "Whose code to run: ${COMPLETION-CANDIDATES} (default: learner).",
            defaultValue = "learner")
    private Variant variant;

    @Option(
            names = "--times",
            paramLabel = "<n>",
            description = "Run up to <n> times, until a test fails, and print the durations.",
            defaultValue = "1")
    private int times;

    @Override
    public Integer call() {
        if (times < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--times must be 1 or more, but is %d.".formatted(times));
        }
        Kata kata = parent.kata();
        Stage stage = argument.orFirstUnknown(parent);
        StageCode code = variant.of(stage);
        Verdict verdict = verdict(code);
        if (variant == Variant.LEARNER) {
            parent.solved().remember(code, verdict);
            new CurrentStage(kata, parent.solved()::isKnown).choose(stage);
            new NextStep(parent.terminal()).print(kata, stage, verdict);
        }
        return verdict.passed() ? ExitCode.GOOD : ExitCode.NOT_SOLVED;
    }

    private Verdict verdict(StageCode code) {
        List<Duration> durations = new ArrayList<>();
        Verdict verdict;
        do {
            long begin = System.nanoTime();
            verdict = parent.worker().run(code);
            durations.add(Duration.ofNanos(System.nanoTime() - begin));
        } while (verdict.passed() && durations.size() < times);
        new VerdictPrinter(parent.terminal(), code).print(verdict);
        if (times > 1) {
            Durations.print(durations, parent.terminal());
        }
        return verdict;
    }
}
