package gates;

import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.stage.StagesYaml;
import kata.terminal.ExitCode;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** What all commands for those who change the kata have in common: the kata, and its stages. */
public final class MaintainerCommand {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--kata",
            paramLabel = "<folder>",
            description = "The kata's folder (default: the current one, or the one around it).",
            defaultValue = "")
    private Path folder;

    @Option(
            names = "--stages",
            paramLabel = "<stage>",
            description = "The stages, such as part2/1-cache, with commas (default: all).",
            defaultValue = "")
    private String stages;

    /**
     * Runs a command, and returns its exit code. A mistake in how it is called, or in the kata's
     * files, is told in one sentence.
     */
    public static int run(Callable<Integer> command, String... arguments) {
        return commandLine(command).execute(arguments);
    }

    static CommandLine commandLine(Callable<Integer> command) {
        return new CommandLine(command)
                .setExecutionExceptionHandler((failure, line, _) -> {
                    if (failure instanceof KataException mistake) {
                        line.getErr().println(mistake.getMessage());
                        return ExitCode.WRONG_USAGE;
                    }
                    throw failure;
                });
    }

    /** Reads the kata. */
    public Kata kata() {
        return StagesYaml.find(folder);
    }

    /** Tells whether no stage was named. */
    public boolean isAboutAllStages() {
        return stages.isBlank();
    }

    /**
     * Returns the stages that were named, or else all.
     *
     * @throws KataException if one that was named is unknown
     */
    public List<Stage> stages() {
        return SelectedStages.of(kata(), stages);
    }

    /** Prints a line. */
    public void line(String format, Object... arguments) {
        command.commandLine().getOut().println(format.formatted(arguments));
    }
}
