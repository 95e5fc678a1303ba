package kata.command;

import kata.files.BackupWriter;
import kata.files.CarryPlan;
import kata.files.SourceFolder;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

@Command(
        name = "carry",
        description =
                "Begin the next stage with your own code where it still fits: the files that the"
                        + " step does not change, and those that you have added. What was in their"
                        + " place is kept below .kata/kept.")
final class CarryCommand extends KataSubcommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "<from-stage>",
            description = "The stage whose code to take (default: the one before the current one).")
    private String name;

    @Option(
            names = "--force",
            description = "Take your own files also in the place of those that you have changed.")
    private boolean force;

    @Override
    public Integer call() {
        Kata kata = parent.kata();
        Stage next = name == null ? StageCommand.current(parent) : after(kata, kata.stage(name));
        Stage from =
                next.previous()
                        .orElseThrow(() ->
                                new KataException(
                                        "%s begins a new code base: nothing can be carried into it."
                                                .formatted(next.path())));
        carry(from, next);
        return ExitCode.GOOD;
    }

    private void carry(Stage from, Stage next) {
        Terminal terminal = parent.terminal();
        terminal.line("Your code of %s, for %s:", from.path(), next.path());
        CarryPlan plan = CarryPlan.of(from, next, force);
        plan.leftOut().forEach((path, reason) -> printLeftOut(path, reason.lines().toList()));
        if (plan.files().isEmpty()) {
            terminal.line("There is nothing to carry.");
            return;
        }
        BackupWriter writer = BackupWriter.of(next, next.starterSources());
        var folder = new SourceFolder(next.starterSources());
        FileReplacement.tell(
                () -> folder.write(plan.files(), writer), writer, next.root(), terminal);
    }

    private void printLeftOut(String path, List<String> reason) {
        parent.terminal().line("left    %s: %s", path, reason.getFirst());
        reason.stream()
                .skip(1)
                .map(line -> " ".repeat(8) + line)
                .forEach(parent.terminal().out()::println);
    }

    private static Stage after(Kata kata, Stage from) {
        return kata.stages().stream()
                .filter(stage ->
                        stage.previous()
                                .filter(before -> before.path().equals(from.path()))
                                .isPresent())
                .findFirst()
                .orElseThrow(() ->
                        new KataException(
                                "No stage goes on with the code of %s: carry that of another stage."
                                        .formatted(from.path())));
    }
}
