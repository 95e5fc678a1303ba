package kata.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class PredictionTest {

    private static final String LESSON =
            """
            # Lesson

            > A quote.

            > **Predict.** Two clients ask for a list.
            > How many servers *run*?
            >
            > - **A.** Two: each client
            >   starts one.
            > - **B.** One.

            <details><summary>Answer</summary>

            - **B.** Right: the second finds `it`.
            - **A.** The second request waits
              in the mailbox. <!-- wrong: starts-two-servers -->

            </details>

            > **Predict.** And now?
            >
            > - **A.** None.

            Text, and - **B.** no answer.
            """;

    @Test
    void a_prediction_has_the_letters_of_its_answers() {
        assertThat(Prediction.of(LESSON))
                .extracting(Prediction::letters)
                .containsExactly(List.of("A", "B"), List.of("A"));
    }

    @Test
    void a_lesson_on_a_terminal_has_its_answers_at_the_end_and_no_comments() {
        String text = TerminalLesson.of(LESSON);
        assertThat(text).contains("(Answer 1 is at the end.)\n").doesNotContain("<", "wrong:");
        assertThat(text.indexOf("Text, and")).isLessThan(text.indexOf("Right: the second"));
        assertThat(text).endsWith("in the mailbox.\n");
    }

    @Test
    void a_lesson_without_predictions_stays_as_it_is() {
        assertThat(TerminalLesson.of("# Lesson\n\nText.\n")).isEqualTo("# Lesson\n\nText.\n");
    }
}
