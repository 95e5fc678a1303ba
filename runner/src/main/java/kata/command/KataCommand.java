package kata.command;

import kata.page.LessonPages;
import kata.progress.ProgressFile;
import kata.progress.SolvedStages;
import kata.stage.Kata;
import kata.stage.Stage;
import kata.stage.StagesYaml;
import kata.terminal.SystemStreams;
import kata.terminal.Terminal;
import kata.worker.Worker;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * What {@code ./kata} does by itself, and the root of its commands.
 *
 * @param folder where the user is: the kata's folder, or one below it
 * @param isWatched whether a key of the watch has called
 */
@Command(
        name = "./kata",
        description = "Walk the stages of the OTP kata. Without a command: watch.",
        version = {"OTP kata ${kata.version:-unknown}", "Java ${java.version}, ${java.home}"},
        mixinStandardHelpOptions = true,
        subcommands = {
            WatchCommand.class,
            ListCommand.class,
            RunCommand.class,
            HintCommand.class,
            DiffCommand.class,
            SolutionCommand.class,
            ResetCommand.class,
            GotoCommand.class,
            CarryCommand.class,
            HuntCommand.class,
            PuzzleCommand.class,
            OpenCommand.class,
            ReportCommand.class,
            DoctorCommand.class,
            ShellCommand.class,
            SeeCommand.class,
            DemoCommand.class,
            CommandLine.HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:a stage is not solved, the machine is not ready, or a question was answered no",
            "2:wrong usage, such as an unknown stage",
            "3:the runner itself has failed, or what it says cannot be written"
        })
public record KataCommand(
        Path folder, Terminal terminal, Worker worker, LessonPages pages, boolean isWatched)
        implements Callable<Integer> {

    /** Runs a command and ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try (Worker worker = new Worker()) {
            Terminal terminal = Terminal.ofSystem();
            int code = run(folderOfUser(System.getenv()), terminal, worker, arguments);
            return SystemStreams.haveLost(terminal) ? ErrorPrinter.tellLoss(terminal) : code;
        }
    }

    /**
     * Returns where the user is, if that is below this process's folder: the scripts change to the
     * kata's, and say where they were called, which may be a link.
     */
    static Path folderOfUser(Map<String, String> environment) {
        Path root = Path.of("").toAbsolutePath();
        try {
            Path real = root.toRealPath();
            Path folder = Path.of(environment.getOrDefault("KATA_FOLDER", "")).toRealPath();
            return folder.startsWith(real) ? root.resolve(real.relativize(folder)) : root;
        } catch (IOException gone) {
            return root;
        }
    }

    /**
     * Runs a command and returns its exit code. Blocks until the command is done.
     *
     * @param folder the kata's folder, or one below it
     * @param arguments what was typed behind {@code ./kata}
     */
    public static int run(Path folder, Terminal terminal, Worker worker, String... arguments) {
        try (var pages = new LessonPages(() -> StagesYaml.find(folder), worker, terminal)) {
            return new KataCommand(folder, terminal, worker, pages, false).execute(arguments);
        }
    }

    /** Runs a command in the same place, and returns its exit code. */
    int execute(String... arguments) {
        var errors = new ErrorPrinter(StagesYaml.root(folder).orElse(folder), terminal);
        try {
            return new CommandLine(this)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setOut(terminal.out())
                    .setErr(terminal.err())
                    .setParameterExceptionHandler(errors::wrongUsage)
                    .setExecutionExceptionHandler(
                            (failure, command, parsed) -> errors.tell(failure))
                    .execute(arguments);
        } catch (Error failure) {
            return errors.tell(failure);
        }
    }

    @Override
    public Integer call() {
        return WatchCommand.watch(this);
    }

    /**
     * Returns the same with another terminal, as the watch has it: only the watch runs tests, so
     * that a command is never kept waiting for them.
     */
    KataCommand watchedOn(Terminal other) {
        return new KataCommand(folder, other, worker, pages, true);
    }

    Kata kata() {
        return StagesYaml.find(folder);
    }

    /** Returns the stage whose folder the command was called in, if it was called in one. */
    Optional<Stage> stageAround() {
        return kata().stageAround(folder);
    }

    SolvedStages solved() {
        Optional<Worker> tester = isWatched ? Optional.empty() : Optional.of(worker);
        return new SolvedStages(new ProgressFile(kata().root()), terminal, tester);
    }
}
