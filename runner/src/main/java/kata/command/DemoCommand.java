package kata.command;

import kata.compile.Compilation;
import kata.compile.Variant;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.test.Failure;
import kata.test.Program;
import kata.verdict.VerdictPrinter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@Command(
        name = "demo",
        description =
                "Start the finished to-do system, let clients use it, and end its processes, kind"
                        + " by kind.")
final class DemoCommand extends KataSubcommand {

    private static final String STAGE = "part3/5-ets-registry";
    private static final String PROGRAM = "demo.Demo";

    @Option(
            names = "--on",
            paramLabel = "<code>",
            description =
                    "Whose code to run: ${COMPLETION-CANDIDATES} (default: learner if that solves "
                            + STAGE
                            + ", else solution).")
    private Variant variant;

    @Option(
            names = "--see",
            description =
                    "Show its processes in the browser, and let each mishap wait until Enter is"
                            + " pressed.")
    private boolean see;

    @Override
    public Integer call() {
        Kata kata = parent.kata();
        Stage stage = kata.stage(STAGE);
        Variant chosen = variant == null ? bestOf(stage) : variant;
        Compilation compilation = Compilation.of(chosen.of(stage));
        if (!compilation.succeeded()) {
            VerdictPrinter.printErrors(compilation.errors(), parent.terminal());
            return ExitCode.NOT_SOLVED;
        }
        parent.terminal().line("The to-do system of %s, by %s:", STAGE, author(chosen));
        run(compilation, folder(kata).toString());
        return ExitCode.GOOD;
    }

    private Variant bestOf(Stage stage) {
        return parent.solved().contains(stage) ? Variant.LEARNER : Variant.SOLUTION;
    }

    private static String author(Variant variant) {
        return variant == Variant.LEARNER ? "you" : "the maintainers";
    }

    private static Path folder(Kata kata) {
        Path folder = kata.root().resolve(".kata/demo");
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw KataException.notWritten(folder, failure);
        }
    }

    private void run(Compilation compiled, String folder) {
        Program program = Program.of(compiled, PROGRAM);
        try {
            if (see) {
                var page = new ObserverPage(compiled.code().stage().root());
                page.openSoon();
                System.setProperty(ObserverPage.PROPERTY, page.file().toString());
                program.runObserved(folder, "--slowly");
            } else {
                program.run(folder);
            }
        } catch (KataException impossible) {
            throw impossible;
        } catch (Throwable thrown) {
            Failure failure = Failure.of(thrown);
            throw new KataException(
                    "The program has crashed (%s: %s). `./kata run %s` says more."
                            .formatted(failure.type(), failure.message(), STAGE),
                    thrown);
        }
    }
}
