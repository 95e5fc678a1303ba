package gates.page;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Finding;
import gates.Fixture;

import kata.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PredictionsAreWholeTest {

    private static final String WHOLE =
            """
            > **Predict.** What is the average of no numbers?
            >
            > - **A.** 0.
            > - **B.** There is none.
            > - **C.** 1.

            <details><summary>Answer</summary>

            - **B.** Right: there is nothing to divide by.
            - **A.** That is a number like any other. <!-- wrong: does-not-divide -->
            - **C.** So is that. <!-- wrong: does-not-divide -->

            </details>
            """;

    @TempDir private Path folder;

    private Stage stage;

    @BeforeEach
    void write_a_kata() {
        stage = Fixture.kata(folder, "rule-of-the-stage-before").stage("part1/2-average");
    }

    @Test
    void a_question_with_one_right_answer_and_two_kept_mistakes_passes() throws IOException {
        assertThat(inspect(WHOLE)).isEmpty();
    }

    @Test
    void a_lesson_without_a_prediction_is_found_unless_it_is_the_first() throws IOException {
        assertThat(inspect("# Lesson\n")).containsExactly("The lesson asks for no prediction.");
        assertThat(new PredictionsAreWhole().inspect(Fixture.kata(folder).stage("part1/1-numbers")))
                .isEmpty();
    }

    @Test
    void an_answer_too_few_is_found() throws IOException {
        assertThat(inspect(WHOLE.replace("> - **C.** 1.\n", "")))
                .containsExactly("The prediction has 2 answers.");
    }

    @Test
    void without_an_answer_that_is_right_nothing_is_explained() throws IOException {
        assertThat(inspect(WHOLE.replace("Right: ", "")))
                .containsExactly(
                        "0 answers are right.",
                        "Answer B names no wrong solution of this stage: none.");
    }

    @Test
    void an_answer_without_an_explanation_is_found() throws IOException {
        assertThat(inspect(WHOLE.replace("- **C.** So", "So")))
                .containsExactly("Answer C is not explained.");
    }

    @Test
    void a_mistake_that_is_not_kept_is_found() throws IOException {
        assertThat(inspect(WHOLE.replaceFirst("does-not-divide", "divides-twice")))
                .containsExactly("Answer A names no wrong solution of this stage: divides-twice.");
    }

    private List<String> inspect(String lesson) throws IOException {
        Files.writeString(stage.lesson(), lesson);
        return new PredictionsAreWhole().inspect(stage).stream().map(Finding::problem).toList();
    }
}
