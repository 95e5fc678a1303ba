package kata.progress;

import kata.stage.Stage;

import java.nio.file.Path;
import java.util.Optional;

/** Remembers in {@code .kata/predictions} what the learner has predicted; it goes nowhere else. */
public record PredictedAnswers(Path root) {

    private static final String HEADER =
            "What was predicted: stage, the number of the question, the letter of the answer. It"
                    + " may be deleted.";

    /**
     * Returns the letter of the answer that was given to a question; nothing if none was.
     *
     * @param question 1 for the lesson's first, and so on
     */
    public Optional<String> letter(Stage stage, int question) {
        return file().get(key(stage, question)).filter(letter -> letter.matches("[A-Z]"));
    }

    /**
     * Remembers the first answer to a question, which is the prediction; later ones change nothing.
     *
     * @throws kata.stage.KataException if that cannot be written down
     */
    public void remember(Stage stage, int question, String letter) {
        if (letter(stage, question).isEmpty()) {
            file().put(key(stage, question), letter);
        }
    }

    private PlainFile file() {
        return PlainFile.of(root, "predictions", HEADER);
    }

    private static String key(Stage stage, int question) {
        return "%s %d".formatted(stage.path(), question);
    }
}
