package kata.progress;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PredictedAnswersTest {

    @TempDir private Path folder;

    @Test
    void the_first_answer_to_a_question_is_kept_and_found_by_another_reader() throws IOException {
        Stage stage = Fixture.stage(folder);
        new PredictedAnswers(folder).remember(stage, 1, "B");
        new PredictedAnswers(folder).remember(stage, 1, "C");
        new PredictedAnswers(folder).remember(stage, 2, "A");
        assertThat(new PredictedAnswers(folder).letter(stage, 1)).contains("B");
        assertThat(new PredictedAnswers(folder).letter(stage, 2)).contains("A");
        assertThat(new PredictedAnswers(folder).letter(stage, 3)).isEmpty();
        assertThat(Files.readString(folder.resolve(".kata/predictions")))
                .contains("part1/1-numbers 1 B");
    }
}
