package kata.starter;

import kata.stage.KataException;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.Task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a solution yields: the starter, the texts on the way from there to the solution, and the
 * solution without fences. A starter has neither the solutions of the tasks nor the imports that
 * only they used.
 */
public final class Derivation {

    private final Stage stage;
    private final Map<SourceFile, List<Fence>> files = new LinkedHashMap<>();

    private Derivation(Stage stage, List<SourceFile> solution) {
        this.stage = stage;
        solution.forEach(file -> files.put(file, FenceReader.read(file)));
        requireEveryTask();
    }

    /**
     * Reads a stage's solution.
     *
     * @throws KataException if it has no files, or its fences do not fit each other or the stage's
     *     tasks
     */
    public static Derivation of(Stage stage) {
        return of(stage, solution(stage));
    }

    /**
     * Takes these files as the stage's solution.
     *
     * @throws KataException if the fences do not fit each other or the stage's tasks
     */
    public static Derivation of(Stage stage, List<SourceFile> solution) {
        return new Derivation(stage, solution);
    }

    /** Reads the files of a stage's solution, of which there must be some. */
    static List<SourceFile> solution(Stage stage) {
        List<SourceFile> solution = SourceFile.in(stage.root(), stage.solutionSources());
        if (solution.isEmpty()) {
            throw new KataException(
                    "The solution of %s has no Java files: get them back, for example with git."
                            .formatted(stage.path()));
        }
        return solution;
    }

    /** Returns the starter. */
    public List<SourceFile> starter() {
        return upTo(0);
    }

    /** Returns the solution without its fences. */
    public List<SourceFile> plain() {
        return upTo(stage.tasks().size());
    }

    /**
     * Returns the files as they are when the tasks up to this number are solved and those behind it
     * are not.
     */
    public List<SourceFile> upTo(int task) {
        return files.keySet().stream()
                .map(file -> new SourceFile(shownAs(file, task), file.path(), text(file, task)))
                .toList();
    }

    /** Lines are counted in the derived text, and the starter is where people find that. */
    private String shownAs(SourceFile file, int task) {
        return task == 0
                ? "%s/src/main/java/%s".formatted(stage.path(), file.path())
                : "%s (without fences, tasks up to %d solved)".formatted(file.shownAs(), task);
    }

    private String text(SourceFile file, int task) {
        var text = new StringBuilder();
        int end = 0;
        for (Fence fence : files.get(file)) {
            text.append(file.text(), end, fence.start());
            text.append(fence.task() <= task ? fence.body(file) : fence.todo(file));
            end = fence.end();
        }
        return Imports.withoutUnused(text + file.text().substring(end), file.text());
    }

    private void requireEveryTask() {
        Set<Integer> defined = stage.tasks().stream().map(Task::number).collect(Collectors.toSet());
        files.forEach((file, fences) ->
                fences.stream()
                        .filter(fence -> !defined.contains(fence.task()))
                        .forEach(fence -> refuseUndefined(file, fence)));
        Set<Integer> fenced =
                files.values().stream()
                        .flatMap(List::stream)
                        .map(Fence::task)
                        .collect(Collectors.toSet());
        stage.tasks().stream()
                .filter(task -> !fenced.contains(task.number()))
                .forEach(this::refuseUnfenced);
    }

    private void refuseUndefined(SourceFile file, Fence fence) {
        throw new KataException(
"""
%s, line %d: stages.yaml gives stage %s no task %d; \
add it there, or correct the number.\
"""
                        .formatted(
                                file.shownAs(),
                                new Lines(file.text()).number(fence.start()),
                                stage.path(),
                                fence.task()));
    }

    private void refuseUnfenced(Task task) {
        throw new KataException(
"""
No comment '// Task %d: ...' stands in %s, but stages.yaml gives stage %s \
that task ('%s'); fence its solution.\
"""
                        .formatted(
                                task.number(),
                                stage.solutionSources(),
                                stage.path(),
                                task.title()));
    }
}
