package kata.command;

import kata.progress.CurrentStage;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;

import picocli.CommandLine.Parameters;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * The stage that a command is about: the one that is named, else the one whose folder the command
 * was called in, else the current one.
 */
final class StageArgument {

    @Parameters(
            arity = "0..1",
            paramLabel = "<stage>",
            description =
                    "The stage, such as part2/1-cache (default: that of the folder, or the current"
                            + " one).")
    private String name;

    /** Returns the stage that was named, if one was. */
    Optional<Stage> named(Kata kata) {
        return Optional.ofNullable(name).map(kata::stage);
    }

    /**
     * Returns the stage; blocks while the tests of a stage run that is not known to be solved.
     *
     * @throws KataException if none was named, and every stage is solved
     */
    Stage in(KataCommand command) {
        return named(command.kata()).or(command::stageAround).orElseGet(() -> current(command));
    }

    /**
     * Returns the current stage; blocks while the tests of a stage run that is not known to be
     * solved.
     *
     * @throws KataException if every stage is solved
     */
    static Stage current(KataCommand command) {
        return current(command.kata(), command.solved()::contains);
    }

    /**
     * Returns the stage, or else the current one as far as that is known: runs no test.
     *
     * @throws KataException if none was named, and every stage is known to be solved
     */
    Stage orFirstUnknown(KataCommand command) {
        Kata kata = command.kata();
        return named(kata)
                .or(command::stageAround)
                .orElseGet(() -> current(kata, command.solved()::isKnown));
    }

    private static Stage current(Kata kata, Predicate<Stage> solved) {
        return new CurrentStage(kata, solved)
                .find()
                .orElseThrow(() ->
                        new KataException(
                                "Every stage is solved: name the one that you mean, such as %s."
                                        .formatted(kata.stages().getLast())));
    }
}
