package gates.page;

import gates.Finding;
import gates.Gate;

import kata.stage.Stage;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts the words of the lesson, of its sentences and of each hint; code does not count, nor does
 * what is folded in a lesson.
 */
public final class ProseIsShort implements Gate {

    private static final int LESSON = 1_000;
    private static final int SENTENCE = 17;
    private static final int HINT = 160;

    @Override
    public String promise() {
        return "the lesson has at most %d words, and %d in the median sentence; a hint has at most %d"
                .formatted(LESSON, SENTENCE, HINT);
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        var places = new PageLocation(stage);
        List<Finding> findings = new ArrayList<>();
        inspectLength(words(stage), places, findings);
        inspectSentences(prose(stage), places, findings);
        Lesson.read(stage.hints()).sections().stream()
                .flatMap(task -> task.parts(3).stream())
                .forEach(hint -> inspectHint(hint, places, findings));
        return findings;
    }

    /** Returns how many words the lesson has; code does not count, nor does what is folded. */
    public static int words(Stage stage) {
        return Lesson.read(stage.lesson()).sections().stream()
                .mapToInt(section -> words(Passage.of(section.unfolded())))
                .sum();
    }

    private static int words(List<Passage> prose) {
        return prose.stream().mapToInt(Passage::words).sum();
    }

    /** Returns the lesson's prose. */
    static List<Passage> prose(Stage stage) {
        return Lesson.read(stage.lesson()).sections().stream()
                .flatMap(section -> Passage.of(section.content()).stream())
                .toList();
    }

    private static void inspectLength(int words, PageLocation places, List<Finding> findings) {
        if (words > LESSON) {
            findings.add(
                    new Finding(
                            places.inLesson(1),
                            "The lesson has %d words outside of code.".formatted(words),
                            "Take out what serves no task, until there are %d.".formatted(LESSON)));
        }
    }

    private static void inspectSentences(
            List<Passage> prose, PageLocation places, List<Finding> findings) {
        List<Integer> sentences = prose.stream().flatMap(Passage::sentences).sorted().toList();
        if (!sentences.isEmpty() && sentences.get(sentences.size() / 2) > SENTENCE) {
            findings.add(
                    new Finding(
                            places.inLesson(1),
                            "Half of the sentences have %d words or more."
                                    .formatted(sentences.get(sentences.size() / 2)),
                            "Make two of the long ones, or a list, until half have at most %d."
                                    .formatted(SENTENCE)));
        }
    }

    private static void inspectHint(Section hint, PageLocation places, List<Finding> findings) {
        int words = words(Passage.of(hint.content()));
        if (words > HINT) {
            findings.add(
                    new Finding(
                            places.inHints(hint.line()),
                            "The hint `%s` has %d words.".formatted(hint.title(), words),
                            "Shorten it to %d.".formatted(HINT)));
        }
    }
}
