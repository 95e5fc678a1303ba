package kata.files;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.starter.Derivation;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The learner's files beside the reference's, without the comments that mark the tasks there.
 *
 * @param stage the stage that both solve
 * @param mine the learner's files by their paths
 * @param reference the reference's files by their paths
 */
public record ReferenceDiff(
        Stage stage, Map<String, SourceFile> mine, Map<String, SourceFile> reference) {

    private static final int CONTEXT = 3;

    /**
     * Reads both.
     *
     * @throws kata.stage.KataException if a file cannot be read
     */
    public static ReferenceDiff of(Stage stage) {
        return new ReferenceDiff(
                stage,
                SourceFile.byPath(SourceFile.in(stage.root(), stage.starterSources()).stream()),
                SourceFile.byPath(Derivation.of(stage).plain().stream()));
    }

    /**
     * Returns how to get from the learner's files to the reference's, as a unified diff; nothing if
     * they are the same, line by line.
     */
    public List<String> unified() {
        TreeSet<String> paths = new TreeSet<>(mine.keySet());
        paths.addAll(reference.keySet());
        return paths.stream().flatMap(this::unified).toList();
    }

    private Stream<String> unified(String path) {
        List<String> before = lines(mine.get(path));
        List<String> after = lines(reference.get(path));
        return UnifiedDiffUtils.generateUnifiedDiff(
                mine.containsKey(path) ? name("", path) : null,
                reference.containsKey(path) ? name("solutions/", path) : null,
                before,
                DiffUtils.diff(before, after),
                CONTEXT)
                .stream();
    }

    private String name(String folder, String path) {
        return "%s%s/src/main/java/%s".formatted(folder, stage.path(), path);
    }

    private static List<String> lines(SourceFile file) {
        return file == null ? List.of() : file.text().lines().toList();
    }
}
