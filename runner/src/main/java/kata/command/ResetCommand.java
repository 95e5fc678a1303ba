package kata.command;

import kata.stage.Stage;
import kata.starter.Derivation;
import kata.terminal.Confirmation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;

/** {@code ./kata reset}. */
@Command(
        name = "reset",
        description =
                "Start a stage again: put its starter in the place of your files, which are kept"
                        + " below .kata/kept. Asks first.",
        mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {

    @ParentCommand private KataCommand parent;

    @Mixin private StageArgument argument;

    @Mixin private Confirmation question;

    @Override
    public Integer call() {
        Stage stage = argument.in(parent);
        return new FileReplacement(stage, parent.terminal(), question)
                .offer("the starter", Derivation.of(stage).starter());
    }
}
