package kata.lesson;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A question of a lesson that is answered before anything is run: a quote that begins with {@code
 * **Predict.**} and ends with a list of answers.
 *
 * @param letters the letters of the answers, in order
 */
public record Prediction(List<String> letters) {

    private static final Pattern QUOTE =
            Pattern.compile("(?m)^> \\*\\*Predict\\.\\*\\*.*(?:\\R>.*)*");
    private static final Pattern ANSWER = Pattern.compile("(?m)^>\\s*- \\*\\*([A-Z])\\.\\*\\* ");

    /** Returns the predictions of a lesson, in order. */
    public static List<Prediction> of(String markdown) {
        return QUOTE.matcher(markdown).results().map(Prediction::of).toList();
    }

    private static Prediction of(MatchResult quote) {
        return new Prediction(
                ANSWER.matcher(quote.group()).results().map(answer -> answer.group(1)).toList());
    }
}
