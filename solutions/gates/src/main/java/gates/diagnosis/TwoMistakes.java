package gates.diagnosis;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;

import kata.compile.StageCode;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Code with two mistakes at once.
 *
 * @param one the first mistake
 * @param other the second mistake
 */
record TwoMistakes(WrongSolution one, WrongSolution other) {

    /** Returns both. */
    Set<WrongSolution> asSet() {
        return Set.of(one, other);
    }

    /** Returns a stage's solution with both mistakes; nothing if they are in the same lines. */
    Optional<StageCode> code(Stage stage) {
        Map<String, SourceFile> files = new LinkedHashMap<>();
        StageCode.solution(stage).sources().forEach(file -> files.put(file.path(), file));
        Map<String, SourceFile> merged = new LinkedHashMap<>(files);
        one.sources().forEach(file -> merged.put(file.path(), file));
        for (SourceFile file : other.sources()) {
            Optional<SourceFile> both =
                    merge(files.get(file.path()), merged.get(file.path()), file);
            if (both.isEmpty()) {
                return Optional.empty();
            }
            merged.put(file.path(), both.get());
        }
        return Optional.of(
                StageCode.derived(
                        stage,
                        "wrong-%s-and-%s".formatted(one.name(), other.name()),
                        List.copyOf(merged.values())));
    }

    private static Optional<SourceFile> merge(
            SourceFile original, SourceFile one, SourceFile other) {
        if (one == null || one.equals(original)) {
            return Optional.of(other);
        }
        if (original == null) {
            return Optional.empty();
        }
        List<String> lines = original.text().lines().toList();
        Set<AbstractDelta<String>> changes = new LinkedHashSet<>(changes(lines, one));
        changes.addAll(changes(lines, other));
        return overlap(changes) ? Optional.empty() : Optional.of(applied(original, changes));
    }

    private static List<AbstractDelta<String>> changes(List<String> lines, SourceFile changed) {
        return DiffUtils.diff(lines, changed.text().lines().toList()).getDeltas();
    }

    private static boolean overlap(Set<AbstractDelta<String>> changes) {
        List<Chunk<String>> places = new ArrayList<>();
        changes.forEach(change -> places.add(change.getSource()));
        places.sort((one, other) -> Integer.compare(one.getPosition(), other.getPosition()));
        for (int i = 1; i < places.size(); i++) {
            if (places.get(i).getPosition() <= places.get(i - 1).last()
                    || places.get(i).getPosition() == places.get(i - 1).getPosition()) {
                return true;
            }
        }
        return false;
    }

    private static SourceFile applied(SourceFile original, Set<AbstractDelta<String>> changes) {
        var patch = new Patch<String>();
        changes.forEach(patch::addDelta);
        try {
            List<String> lines = patch.applyTo(original.text().lines().toList());
            return new SourceFile(
                    original.shownAs(), original.path(), String.join("\n", lines) + "\n");
        } catch (PatchFailedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
