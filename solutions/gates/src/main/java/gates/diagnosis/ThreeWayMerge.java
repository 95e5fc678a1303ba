package gates.diagnosis;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;

import kata.stage.SourceFile;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts the changes together that were made to the same files in two places.
 *
 * @param original the files that were changed, by their paths
 * @param one the files after some changes
 * @param other the files after other changes
 */
record ThreeWayMerge(
        Map<String, SourceFile> original,
        Map<String, SourceFile> one,
        Map<String, SourceFile> other) {

    /** Returns the files after all changes; nothing if two changes are in the same lines. */
    static Optional<List<SourceFile>> of(
            List<SourceFile> original, List<SourceFile> one, List<SourceFile> other) {
        var merge = new ThreeWayMerge(byPath(original), byPath(one), byPath(other));
        Set<String> paths = new TreeSet<>(merge.one.keySet());
        paths.addAll(merge.other.keySet());
        List<Optional<SourceFile>> merged = paths.stream().map(merge::file).toList();
        return merged.stream().allMatch(Optional::isPresent)
                ? Optional.of(merged.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    private static Map<String, SourceFile> byPath(List<SourceFile> files) {
        return files.stream().collect(Collectors.toMap(SourceFile::path, Function.identity()));
    }

    private Optional<SourceFile> file(String path) {
        SourceFile before = original.get(path);
        SourceFile first = one.get(path);
        SourceFile second = other.get(path);
        if (first == null || second == null) {
            return Optional.ofNullable(first == null ? second : first);
        }
        if (before == null) {
            return first.text().equals(second.text()) ? Optional.of(first) : Optional.empty();
        }
        return lines(before, first, second);
    }

    private static Optional<SourceFile> lines(
            SourceFile before, SourceFile first, SourceFile second) {
        List<String> lines = before.text().lines().toList();
        Set<AbstractDelta<String>> changes = new LinkedHashSet<>(changes(lines, first));
        changes.addAll(changes(lines, second));
        return overlap(changes) ? Optional.empty() : Optional.of(changed(before, lines, changes));
    }

    private static List<AbstractDelta<String>> changes(List<String> lines, SourceFile changed) {
        return DiffUtils.diff(lines, changed.text().lines().toList()).getDeltas();
    }

    private static boolean overlap(Set<AbstractDelta<String>> changes) {
        List<Chunk<String>> places =
                changes.stream()
                        .map(AbstractDelta::getSource)
                        .sorted(Comparator.comparingInt(Chunk::getPosition))
                        .toList();
        return IntStream.range(1, places.size())
                .anyMatch(next -> places.get(next).getPosition() <= lastLine(places.get(next - 1)));
    }

    /** An insertion has no lines, and yet no other may be at its place. */
    private static int lastLine(Chunk<String> place) {
        return Math.max(place.getPosition(), place.last());
    }

    private static SourceFile changed(
            SourceFile before, List<String> lines, Set<AbstractDelta<String>> changes) {
        var patch = new Patch<String>();
        changes.forEach(patch::addDelta);
        try {
            String text = String.join("\n", patch.applyTo(lines)) + "\n";
            return new SourceFile(before.shownAs(), before.path(), text);
        } catch (PatchFailedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
