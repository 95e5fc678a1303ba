package kata.command;

import kata.stage.Stage;
import kata.terminal.Confirmation;

/**
 * Decides whether the reference may be shown: at once if the stage is solved, and before that only
 * if the learner says so.
 */
record SpoilerCheck(KataCommand command, Confirmation question) {

    /** Tells whether the reference may be shown; blocks for the answer, and for the tests. */
    boolean mayShow(Stage stage) {
        return question.isAnswered()
                || command.solved().contains(stage)
                || question.ask(
                        command.terminal(),
                        "%s is not solved yet. See how the reference does it all the same?"
                                .formatted(stage.path()));
    }
}
