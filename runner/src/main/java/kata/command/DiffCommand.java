package kata.command;

import kata.files.ReferenceDiff;
import kata.stage.Stage;
import kata.terminal.Confirmation;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code ./kata diff}. */
@Command(
        name = "diff",
        description =
                "Show how the reference differs from your code: lines with - are yours, lines with"
                        + " + the reference's. Asks first if the stage is not solved.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    @ParentCommand private KataCommand parent;

    @Mixin private StageArgument argument;

    @Mixin private Confirmation question;

    @Override
    public Integer call() {
        Terminal terminal = parent.terminal();
        Stage stage = argument.in(parent);
        if (!new SpoilerCheck(parent, question).mayShow(stage)) {
            return ExitCode.DECLINED;
        }
        List<String> difference = ReferenceDiff.of(stage).unified();
        difference.stream().map(terminal.marks()::diff).forEach(terminal.out()::println);
        if (difference.isEmpty()) {
            terminal.line("Your code of %s is the reference, line by line.", stage.path());
        }
        return ExitCode.GOOD;
    }
}
