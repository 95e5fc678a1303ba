package kata.command;

import kata.compile.StageCode;
import kata.compile.Variant;
import kata.progress.CurrentStage;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.verdict.VerdictPrinter;
import kata.worker.Verdict;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Optional;

@Command(
        name = "run",
        aliases = "test",
        description = "Run the tests of a stage against your code, and say what to do next.")
final class RunCommand extends StageCommand {

    @Option(
            names = "--on",
            paramLabel = "<code>",
            description = "Whose code to run: ${COMPLETION-CANDIDATES} (default: learner).",
            defaultValue = "learner")
    private Variant variant;

    @Override
    public Integer call() {
        Kata kata = parent.kata();
        Stage stage = stageAsFarAsKnown();
        StageCode code = variant.of(stage);
        Verdict verdict = parent.worker().run(code);
        new VerdictPrinter(parent.terminal(), code).print(verdict);
        if (variant == Variant.LEARNER) {
            Optional<String> problem = parent.solved().remember(code, verdict);
            Optional<String> another =
                    KataException.problemOf(
                            () -> new CurrentStage(kata, parent.solved()::isKnown).choose(stage));
            new NextStep(parent.terminal()).print(kata, stage, verdict);
            problem.or(() -> another).ifPresent(parent.terminal().err()::println);
        }
        return verdict.passed() ? ExitCode.GOOD : ExitCode.NOT_SOLVED;
    }
}
