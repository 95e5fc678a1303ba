package kata.cli;

import kata.model.Stage;

/**
 * Shows the reference to those who have solved the stage, and to those who want to see it before.
 *
 * @param command what was asked for
 * @param question how it asks
 */
record Reveal(KataCommand command, Question question) {

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
