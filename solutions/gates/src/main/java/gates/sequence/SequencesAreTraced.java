package gates.sequence;

import gates.Finding;
import gates.Gate;
import gates.page.PageLocation;

import kata.lesson.LessonPage;
import kata.stage.KataException;
import kata.stage.Stage;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** Compares the sequence diagrams of a lesson with what is traced while its session runs. */
public final class SequencesAreTraced implements Gate {

    @Override
    public String promise() {
        return "the lesson's sequence diagrams are what is traced";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        return SequenceBlock.of(LessonPage.markdown(stage)).stream()
                .flatMap(block -> findings(stage, block))
                .toList();
    }

    /** Tells whether a lesson has a sequence diagram that is derived. */
    public static boolean hasAny(Stage stage) {
        return Files.exists(stage.lesson())
                && !SequenceBlock.of(LessonPage.markdown(stage)).isEmpty();
    }

    /** Returns a lesson whose sequence diagrams are what is traced. Blocks for seconds each. */
    public static String derived(Stage stage) {
        String lesson = LessonPage.markdown(stage);
        for (int i = 0; i < SequenceBlock.of(lesson).size(); i++) {
            SequenceBlock block = SequenceBlock.of(lesson).get(i);
            lesson = block.replaced(lesson, new SequenceTrace(stage, block).diagram());
        }
        return lesson;
    }

    private static Stream<Finding> findings(Stage stage, SequenceBlock block) {
        String where = new PageLocation(stage).inLesson(block.line());
        try {
            String traced = new SequenceTrace(stage, block).diagram();
            return traced.equals(block.diagram())
                    ? Stream.of()
                    : Stream.of(
                            new Finding(
                                    where,
                                    "The trace gives another diagram:%n%s".formatted(traced),
                                    "Derive again with -Pderive, and read what has changed."));
        } catch (KataException impossible) {
            return Stream.of(
                    new Finding(where, impossible.getMessage(), "Correct the comment above it."));
        }
    }
}
