package kata.command;

import kata.progress.CurrentStage;
import kata.progress.SolvedStages;
import kata.stage.Kata;
import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;

import picocli.CommandLine.Command;

@Command(
        name = "goto",
        description =
                "Make a stage the current one, until it is solved. Without a stage: say which one"
                        + " it is.")
final class GotoCommand extends StageCommand {

    @Override
    public Integer call() {
        Kata kata = parent.kata();
        Terminal terminal = parent.terminal();
        SolvedStages solved = parent.solved();
        named().ifPresent(stage -> new CurrentStage(kata, solved::contains).choose(stage));
        Stage stage = named().orElseGet(() -> current(parent));
        new StagePointers(terminal).print("Current", stage);
        if (solved.contains(stage)) {
            terminal.line(
                    "  %s solved already; to start it again: ./kata reset %s",
                    terminal.marks().good(), stage.path());
        }
        return ExitCode.GOOD;
    }
}
