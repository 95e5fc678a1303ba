package kata.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

import java.util.concurrent.Callable;

/** A command of {@code ./kata}, which returns its exit code. */
@Command(mixinStandardHelpOptions = true)
abstract class KataSubcommand implements Callable<Integer> {

    @ParentCommand KataCommand parent;
}
