package kata.starter;

import kata.model.KataException;
import kata.model.SourceFile;
import kata.model.Stage;
import kata.model.Task;
import kata.run.Javac;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a solution yields: the starter, the texts on the way from there to the solution, and the
 * solution without fences. A starter has neither the solutions of the tasks nor the imports and
 * private helpers that only they used.
 */
public final class Derivation {

    private final Stage stage;
    private final List<Path> classPath;
    private final Map<SourceFile, List<Fence>> files = new LinkedHashMap<>();
    private Map<SourceFile, UseGraph> graphs;

    private Derivation(Stage stage, List<SourceFile> solution, List<Path> classPath) {
        this.stage = stage;
        this.classPath = List.copyOf(classPath);
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
        return of(stage, solution(stage), Javac.stageClassPath(stage.root()));
    }

    /**
     * Takes these files as the stage's solution.
     *
     * @param classPath the classes that the solution uses
     * @throws KataException if the fences do not fit each other or the stage's tasks
     */
    public static Derivation of(Stage stage, List<SourceFile> solution, List<Path> classPath) {
        return new Derivation(stage, solution, classPath);
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

    /**
     * Returns the starter.
     *
     * @throws KataException if the solution does not compile
     */
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
     *
     * @throws KataException if the solution does not compile, unless all tasks are solved
     */
    public List<SourceFile> upTo(int task) {
        return files.keySet().stream()
                .map(file ->
                        new SourceFile(
                                shownAs(file, task),
                                file.path(),
                                Edit.applyAll(edits(file, task), file.text())))
                .toList();
    }

    /** Lines are counted in the derived text, and the starter is where people find that. */
    private String shownAs(SourceFile file, int task) {
        return task == 0
                ? "%s/src/main/java/%s".formatted(stage.path(), file.path())
                : "%s (without fences, tasks up to %d solved)".formatted(file.shownAs(), task);
    }

    private List<Edit> edits(SourceFile file, int task) {
        Stream<Edit> fences =
                files.get(file).stream()
                        .flatMap(fence -> fence.task() <= task ? opened(fence) : cut(file, fence));
        return Stream.concat(
                        fences, task < stage.tasks().size() ? removals(file, task) : Stream.of())
                .toList();
    }

    private static Stream<Edit> opened(Fence fence) {
        return Stream.of(
                new Edit.Replacement(new Span(fence.start(), fence.bodyStart()), ""),
                new Edit.Replacement(new Span(fence.bodyEnd(), fence.end()), ""));
    }

    private static Stream<Edit> cut(SourceFile file, Fence fence) {
        return Stream.of(
                new Edit.Replacement(new Span(fence.start(), fence.end()), fence.todo(file)));
    }

    private Stream<Edit> removals(SourceFile file, int task) {
        Set<Span> unneeded = graphs().get(file).unneededIfSolvedUpTo(task);
        return unneeded.stream()
                .filter(span -> unneeded.stream().noneMatch(span::within))
                .map(Edit.Removal::new);
    }

    private Map<SourceFile, UseGraph> graphs() {
        if (graphs == null) {
            graphs = Analysis.of(files, classPath);
        }
        return graphs;
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
