package kata.cli;

import kata.model.Kata;

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
        return list(parent.kata(), parent.terminal());
    }

    static int list(Kata kata, Terminal terminal) {
        new StageList(terminal, new SolvedStages(kata.root(), terminal)).print(kata);
        return ExitCode.GOOD;
    }
}
