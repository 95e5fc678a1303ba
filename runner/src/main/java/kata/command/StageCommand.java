package kata.command;

import kata.progress.CurrentStage;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.terminal.Confirmation;

import picocli.CommandLine.Parameters;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * A command about a stage: the one that is named, else the one whose folder the command was called
 * in, else the current one.
 */
abstract class StageCommand extends KataSubcommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "<stage>",
            description =
                    "The stage, such as part2/1-cache (default: that of the folder, or the current"
                            + " one).")
    private String name;

    /** Returns the stage that was named, if one was. */
    Optional<Stage> named() {
        return Optional.ofNullable(name).map(parent.kata()::stage);
    }

    /**
     * Returns the stage; blocks while the tests of a stage run that is not known to be solved.
     *
     * @throws KataException if none was named, and every stage is solved
     */
    Stage stage() {
        return named().or(parent::stageAround).orElseGet(() -> current(parent));
    }

    /**
     * Returns the stage, or else the current one as far as that is known: runs no test.
     *
     * @throws KataException if none was named, and every stage is known to be solved
     */
    Stage stageAsFarAsKnown() {
        return named().or(parent::stageAround)
                .orElseGet(() -> current(parent, parent.solved()::isKnown));
    }

    /**
     * Tells whether the reference may be shown: at once if the stage is solved, and before that
     * only if the learner says so. Blocks for the answer, and for the tests.
     */
    boolean mayShowReference(Stage stage, Confirmation question) {
        return question.isAnswered()
                || parent.solved().contains(stage)
                || question.ask(
                        parent.terminal(),
                        "%s is not solved yet. See how the reference does it all the same?"
                                .formatted(stage.path()));
    }

    /**
     * Returns the current stage; blocks while the tests of a stage run that is not known to be
     * solved.
     *
     * @throws KataException if every stage is solved
     */
    static Stage current(KataCommand command) {
        return current(command, command.solved()::contains);
    }

    private static Stage current(KataCommand command, Predicate<Stage> solved) {
        return new CurrentStage(command.kata(), solved)
                .find()
                .orElseThrow(() ->
                        new KataException(
                                "Every stage is solved: name the one that you mean, such as %s."
                                        .formatted(command.kata().stages().getLast())));
    }
}
