package kata.puzzle;

import com.github.difflib.DiffUtils;

import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;

import java.util.List;
import java.util.stream.Stream;

/** Finds what wrong solutions have in the place of a task's solution. */
final class Distractors {

    private final List<SourceFile> wrong;

    /** Reads a stage's wrong solutions. */
    Distractors(Stage stage) {
        this.wrong =
                WrongSolution.readAll(stage).stream()
                        .flatMap(solution -> solution.sources().stream())
                        .toList();
    }

    /**
     * Returns the pieces that wrong solutions of a file have there, and the reference does not.
     *
     * @param file the file's path below its source folder
     * @param before the reference's pieces above the place
     * @param there the reference's pieces in it
     * @param after the reference's pieces below it
     */
    List<String> of(String file, List<String> before, List<String> there, List<String> after) {
        List<String> reference = Stream.of(before, there, after).flatMap(List::stream).toList();
        return wrong.stream()
                .filter(source -> source.path().equals(file))
                .map(source -> Statements.of(source.text()))
                .flatMap(pieces -> DiffUtils.diff(reference, pieces).getDeltas().stream())
                .filter(delta -> isWithin(delta.getSource().getPosition(), before, there))
                .flatMap(delta -> delta.getTarget().getLines().stream())
                .filter(piece -> !reference.contains(piece) && isCode(piece))
                .distinct()
                .toList();
    }

    private static boolean isWithin(int position, List<String> before, List<String> there) {
        return before.size() <= position && position < before.size() + there.size();
    }

    private static boolean isCode(String piece) {
        return piece.matches(".*\\w.*");
    }
}
