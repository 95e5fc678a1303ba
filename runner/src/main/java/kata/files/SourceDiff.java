package kata.files;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;

import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.starter.Derivation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How to get from some files to others, as a unified diff; nothing where they say the same. Of a
 * file of thousands of lines all lines go, and all of the other's come.
 */
public final class SourceDiff {

    private static final int CONTEXT = 3;

    /** Longer files are not compared line by line: that takes the square of their difference. */
    private static final int MOST_LINES = 5_000;

    private SourceDiff() {}

    /**
     * Returns how to get from the learner's files to the reference's, without the comments that
     * mark the tasks there.
     *
     * @throws kata.stage.KataException if a file cannot be read
     */
    public static List<String> toReference(Stage stage) {
        return between(
                SourceFile.in(stage.root(), stage.starterSources()),
                Derivation.of(stage).plain().stream()
                        .map(file -> file.as("solutions/" + file.shownAs(), file.text()))
                        .toList());
    }

    /** Compares files that have the same path. */
    public static List<String> between(
            Collection<SourceFile> before, Collection<SourceFile> after) {
        Map<String, SourceFile> old = SourceFile.byPath(before.stream());
        Map<String, SourceFile> others = SourceFile.byPath(after.stream());
        var paths = new TreeSet<>(old.keySet());
        paths.addAll(others.keySet());
        return paths.stream()
                .flatMap(path -> unified(old.get(path), others.get(path)).stream())
                .toList();
    }

    private static List<String> unified(SourceFile before, SourceFile after) {
        return UnifiedDiffUtils.generateUnifiedDiff(
                before == null ? null : before.shownAs(),
                after == null ? null : after.shownAs(),
                lines(before),
                patch(lines(before), lines(after)),
                CONTEXT);
    }

    private static Patch<String> patch(List<String> before, List<String> after) {
        if (before.equals(after) || Math.max(before.size(), after.size()) <= MOST_LINES) {
            return DiffUtils.diff(before, after);
        }
        var whole = new Patch<String>();
        whole.addDelta(new ChangeDelta<>(new Chunk<>(0, before), new Chunk<>(0, after)));
        return whole;
    }

    private static List<String> lines(SourceFile file) {
        return Stream.ofNullable(file).flatMap(present -> present.text().lines()).toList();
    }
}
