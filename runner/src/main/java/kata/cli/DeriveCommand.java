package kata.cli;

import kata.gate.SeenFailures;
import kata.lesson.FrontPage;
import kata.lesson.MistakeList;
import kata.model.FailureFile;
import kata.model.Kata;
import kata.model.KataException;
import kata.model.Stage;
import kata.starter.Derivation;
import kata.work.CarefulWriter;
import kata.work.SourceFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** {@code ./kata derive}. */
@Command(
        name = "derive",
        description =
                "For those who change the kata: write the starters anew from the solutions, and the"
                        + " lists of modules, the map and the first screen in README.md and the"
                        + " mistakes in WORKSHOP.md."
                        + " What is overwritten is kept below .kata/replaced.",
        mixinStandardHelpOptions = true)
final class DeriveCommand implements Callable<Integer> {

    @ParentCommand private KataCommand parent;

    @Mixin private StagesArgument stages;

    @Option(
            names = "--failures",
            description =
                    "Try the wrong solutions too, and write down which tests fail on each; this"
                            + " takes minutes.")
    private boolean failures;

    @Override
    public Integer call() throws IOException {
        Kata kata = parent.kata();
        List<Stage> chosen = stages.in(kata);
        Path keeping = kata.root().resolve(".kata").resolve("replaced");
        var writer = new CarefulWriter(kata.root(), keeping, LocalDateTime.now());
        chosen.forEach(stage -> writeStarter(stage, writer));
        if (failures) {
            chosen.forEach(stage -> writeFailures(stage, writer));
        }
        rewrite(kata, "pom.xml", ModuleList.ofLearner(kata)::rewrite, writer);
        rewrite(kata, "solutions/pom.xml", ModuleList.ofSolutions(kata)::rewrite, writer);
        rewrite(kata, FrontPage.NAME, page -> FrontPage.rewrite(page, kata), writer);
        if (Files.exists(kata.root().resolve(MistakeList.PAGE))) {
            rewrite(kata, MistakeList.PAGE, page -> MistakeList.rewrite(page, kata), writer);
        }
        if (writer.changed().isEmpty()) {
            parent.terminal().line("Everything is as the solutions and stages.yaml say.");
        }
        new WrittenFiles(kata.root(), parent.terminal()).print(writer);
        return ExitCode.GOOD;
    }

    private static void writeStarter(Stage stage, CarefulWriter writer) {
        new SourceFolder(stage.starterSources()).replaceAll(Derivation.of(stage).starter(), writer);
    }

    private static void writeFailures(Stage stage, CarefulWriter writer) {
        SortedMap<String, List<String>> seen = SeenFailures.of(stage);
        if (!seen.isEmpty()) {
            writer.write(FailureFile.of(stage), FailureFile.text(seen));
        }
    }

    private static void rewrite(
            Kata kata, String name, UnaryOperator<String> change, CarefulWriter writer)
            throws IOException {
        Path file = kata.root().resolve(name);
        if (!Files.exists(file)) {
            throw new KataException(
                    "There is no %s: get it back, for example with git.".formatted(name));
        }
        writer.write(file, change.apply(Files.readString(file).replace("\r\n", "\n")));
    }
}
