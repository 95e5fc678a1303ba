package gates.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
    void a_prediction_is_a_quote_with_answers_and_what_is_folded_below() {
        Prediction prediction = Prediction.of(LESSON).getFirst();
        assertThat(prediction.line()).isEqualTo(5);
        assertThat(prediction.question())
                .isEqualTo("Two clients ask for a list. How many servers *run*?");
        assertThat(prediction.answers())
                .extracting(Prediction.Answer::letter, Prediction.Answer::text)
                .containsExactly(tuple("A", "Two: each client starts one."), tuple("B", "One."));
    }

    @Test
    void explanations_belong_to_their_letters_and_say_which_answer_is_right() {
        List<Prediction.Answer> answers = Prediction.of(LESSON).getFirst().answers();
        assertThat(answers.getFirst())
                .satisfies(wrong -> {
                    assertThat(wrong.isRight()).isFalse();
                    assertThat(wrong.explanation())
                            .isEqualTo("The second request waits in the mailbox.");
                    assertThat(wrong.mistake()).contains("starts-two-servers");
                });
        assertThat(answers.getLast())
                .satisfies(right -> {
                    assertThat(right.isRight()).isTrue();
                    assertThat(right.explanation()).isEqualTo("Right: the second finds `it`.");
                    assertThat(right.mistake()).isEmpty();
                });
        assertThat(Prediction.of(LESSON).getFirst().right()).contains(answers.getLast());
    }

    @Test
    void a_lesson_may_have_several_and_one_may_lack_its_explanations() {
        Prediction last = Prediction.of(LESSON).getLast();
        assertThat(last.answers())
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.text()).isEqualTo("None.");
                    assertThat(answer.explanation()).isEmpty();
                });
        assertThat(last.right()).isEmpty();
    }
}
