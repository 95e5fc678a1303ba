package kata.command;

import kata.hunt.HuntFolder;
import kata.hunt.HuntLoop;
import kata.hunt.HuntRound;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;

import picocli.CommandLine.Command;

import java.util.stream.Collectors;

@Command(
        name = "hunt",
        description =
                "Write tests that catch the mistakes which are hidden in wrong solutions of a"
                        + " stage. They run whenever you save; the stage need not be solved.")
final class HuntCommand extends StageCommand {

    @Override
    public Integer call() {
        var folder = new HuntFolder(stageAsFarAsKnown());
        if (!folder.exists()) {
            throw none(folder.stage());
        }
        parent.worker().start();
        try (var round = new HuntRound(folder, parent.worker()::run)) {
            return new HuntLoop(round, folder, parent.terminal()).run();
        }
    }

    private KataException none(Stage stage) {
        Kata kata = parent.kata();
        return new KataException(
                "%s has no hunt: name a stage that has one, such as %s."
                        .formatted(
                                stage.path(),
                                kata.stages().stream()
                                        .filter(other -> new HuntFolder(other).exists())
                                        .map(Stage::path)
                                        .collect(Collectors.joining(", "))));
    }
}
