package gates.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question of a lesson that is answered before anything is run: a quote that begins with {@code
 * **Predict.**} and ends with a list of answers, and below it the explanations, folded.
 *
 * @param line the line of the lesson on which the question begins, from 1
 * @param question the question, as Markdown
 * @param answers the answers to choose from, in order
 */
public record Prediction(int line, String question, List<Answer> answers) {

    /** How a quote begins that is a prediction. */
    public static final String BEGIN = "> **Predict.**";

    private static final String RIGHT = "Right: ";
    private static final Pattern CHOICE = Pattern.compile("- \\*\\*([A-Z])\\.\\*\\* (.*)");
    private static final Pattern WRONG = Pattern.compile("\\s*<!-- wrong: ([\\w-]+) -->\\s*");

    /**
     * An answer.
     *
     * @param text what it says, as Markdown
     * @param explanation why it is right or wrong, as Markdown; empty if the lesson does not say
     * @param mistake the kept wrong solution that makes the mistake behind it
     */
    public record Answer(
            String letter,
            String text,
            String explanation,
            boolean isRight,
            Optional<String> mistake) {

        private Answer explained(String why) {
            Matcher wrong = WRONG.matcher(why);
            Optional<String> name = wrong.find() ? Optional.of(wrong.group(1)) : Optional.empty();
            String told = WRONG.matcher(why).replaceAll("");
            return new Answer(letter, text, told, told.startsWith(RIGHT), name);
        }
    }

    /** Returns the predictions of a lesson, in order. */
    public static List<Prediction> of(String markdown) {
        List<String> lines = markdown.lines().toList();
        List<Prediction> predictions = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).startsWith(BEGIN)) {
                predictions.add(at(line, lines));
            }
        }
        return predictions;
    }

    /** Returns the answer that is right, if the lesson says which one is. */
    public Optional<Answer> right() {
        return answers.stream().filter(Answer::isRight).findFirst();
    }

    private static Prediction at(int begin, List<String> lines) {
        List<String> quote =
                lines.subList(begin, lines.size()).stream()
                        .takeWhile(line -> line.startsWith(">"))
                        .map(line -> line.substring(1).stripLeading())
                        .toList();
        List<String> folded =
                lines.subList(begin + quote.size(), lines.size()).stream()
                        .dropWhile(String::isBlank)
                        .takeWhile(line -> !line.equals("</details>"))
                        .toList();
        List<Answer> explanations =
                folded.isEmpty() || !folded.getFirst().startsWith("<details>")
                        ? List.of()
                        : choices(folded);
        List<Answer> answers =
                choices(quote).stream().map(answer -> explained(answer, explanations)).toList();
        String question =
                String.join(" ", quote.stream().takeWhile(line -> !isChoice(line)).toList());
        String asked = question.substring(BEGIN.length() - "> ".length()).strip();
        return new Prediction(begin + 1, asked, answers);
    }

    private static boolean isChoice(String line) {
        return CHOICE.matcher(line).matches();
    }

    /** Reads a list of answers, each on a line or on several. */
    private static List<Answer> choices(List<String> lines) {
        List<Answer> choices = new ArrayList<>();
        for (String line : lines) {
            Matcher choice = CHOICE.matcher(line);
            if (choice.matches()) {
                String letter = choice.group(1);
                choices.add(new Answer(letter, choice.group(2), "", false, Optional.empty()));
            } else if (!choices.isEmpty() && !line.isBlank()) {
                Answer last = choices.removeLast();
                String text = last.text() + " " + line.strip();
                choices.add(new Answer(last.letter(), text, "", false, Optional.empty()));
            }
        }
        return choices;
    }

    private static Answer explained(Answer answer, List<Answer> explanations) {
        return explanations.stream()
                .filter(one -> one.letter().equals(answer.letter()))
                .findFirst()
                .map(one -> answer.explained(one.text()))
                .orElse(answer);
    }
}
