package kata.command;

import kata.terminal.ExitCode;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;

/** {@code ./kata list}. */
@Command(
        name = "list",
        description = "List the stages in walking order, and the next one to solve.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    @ParentCommand private KataCommand parent;

    @Override
    public Integer call() {
        new StageListPrinter(parent.terminal(), parent.solved()).print(parent.kata());
        return ExitCode.GOOD;
    }
}
