package kata.command;

import kata.files.RestoredTests;
import kata.stage.Stage;
import kata.starter.Derivation;
import kata.terminal.Confirmation;
import kata.terminal.ExitCode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "reset",
        description =
                "Start a stage again: put its starter and its tests in the place of your files,"
                        + " which are kept below .kata/kept. Asks first.")
final class ResetCommand extends StageCommand {

    @Mixin private Confirmation question;

    @Override
    public Integer call() {
        Stage stage = stage();
        var tests = RestoredTests.of(stage);
        tests.lost().forEach(parent.terminal().err()::println);
        int code =
                new FileReplacement(stage, parent.terminal(), question)
                        .offer("the starter", Derivation.of(stage).starter(), tests.files());
        return tests.lost().isEmpty() ? code : ExitCode.WRONG_USAGE;
    }
}
