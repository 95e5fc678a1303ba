package kata.hunt;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

import kata.stage.SourceFile;
import kata.stage.Stage;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The code of a mistake: how it differs from the reference. */
final class MistakeDiff {

    private static final int CONTEXT = 3;

    /** The comments that mark the tasks, which not every wrong solution has. */
    private static final Pattern FENCE =
            Pattern.compile("\\s*// (Task \\d+:.*|End of task \\d+\\.)");

    private final Map<String, SourceFile> reference;

    /**
     * Reads the reference.
     *
     * @throws kata.stage.KataException if it cannot be read
     */
    MistakeDiff(Stage stage) {
        this.reference =
                SourceFile.byPath(SourceFile.in(stage.root(), stage.solutionSources()).stream());
    }

    /**
     * Returns it as a unified diff: lines with - are the reference's, those with + the mistake's.
     */
    List<String> unified(Mistake mistake) {
        return mistake.wrong().sources().stream().flatMap(this::unified).toList();
    }

    private Stream<String> unified(SourceFile wrong) {
        SourceFile right = reference.get(wrong.path());
        List<String> before = right == null ? List.of() : lines(right);
        return UnifiedDiffUtils.generateUnifiedDiff(
                right == null ? null : right.shownAs(),
                wrong.shownAs(),
                before,
                DiffUtils.diff(before, lines(wrong)),
                CONTEXT)
                .stream();
    }

    private static List<String> lines(SourceFile file) {
        return file.text().lines().filter(line -> !FENCE.matcher(line).matches()).toList();
    }
}
