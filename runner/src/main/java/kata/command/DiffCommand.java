package kata.command;

import kata.files.SourceDiff;
import kata.stage.Stage;
import kata.terminal.Confirmation;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.List;

@Command(
        name = "diff",
        description =
                "Show how the reference differs from your code: lines with - are yours, lines with"
                        + " + the reference's. Asks first if the stage is not solved.")
final class DiffCommand extends StageCommand {

    @Mixin private Confirmation question;

    @Override
    public Integer call() {
        Terminal terminal = parent.terminal();
        Stage stage = stage();
        if (!mayShowReference(stage, question)) {
            return ExitCode.DECLINED;
        }
        List<String> difference = SourceDiff.toReference(stage);
        difference.stream().map(terminal.marks()::diff).forEach(terminal.out()::println);
        if (difference.isEmpty()) {
            terminal.line("Your code of %s is the reference, line by line.", stage.path());
        }
        return ExitCode.GOOD;
    }
}
