package kata.starter;

import kata.stage.KataException;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.Task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a solution yields: the starter, the texts on the way from there to the solution, and the
 * solution without fences. A starter has neither the solutions of the tasks nor the imports that
 * only they used, nor a file that is the solution of a task as a whole.
 */
public final class Derivation {

    private static final Pattern IMPORT =
            Pattern.compile(
                    "(?m)^import\\s+(?:static\\s+)?[\\w.]+\\.(\\w+)\\s*;[ \\t]*(?:\\R|\\z)");
    private static final Pattern BLANK_LINES =
            Pattern.compile("(?<=\\n)(\\r?\\n)(?:[ \\t]*\\r?\\n)+");

    private final Stage stage;
    private final Map<SourceFile, List<Fence>> files = new LinkedHashMap<>();

    private Derivation(Stage stage, List<SourceFile> solution) {
        this.stage = stage;
        solution.forEach(file -> files.put(file, Fence.in(file)));
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
        return with((_, fence) -> fence.task() <= task ? fence.body() : fence.todo());
    }

    /** Returns the files with other code in the place of each part of the tasks' solutions. */
    public List<SourceFile> with(Map<TaskSolution, String> others) {
        return with((file, fence) -> others.get(TaskSolution.of(fence, file)));
    }

    private List<SourceFile> with(BiFunction<SourceFile, Fence, String> code) {
        return files.keySet().stream()
                .map(file ->
                        new SourceFile(
                                "%s/src/main/java/%s".formatted(stage.path(), file.path()),
                                file.path(),
                                withoutUnusedImports(text(file, code))))
                .filter(file -> !file.text().isEmpty())
                .toList();
    }

    private String text(SourceFile file, BiFunction<SourceFile, Fence, String> code) {
        var text = new StringBuilder();
        int end = 0;
        for (Fence fence : files.get(file)) {
            text.append(file.text(), end, fence.start());
            text.append(code.apply(file, fence));
            end = fence.end();
        }
        return text + file.text().substring(end);
    }

    /** An import of a single name goes if the name is no word of the code or of a comment. */
    private static String withoutUnusedImports(String text) {
        String code = IMPORT.matcher(text).replaceAll("");
        String kept =
                IMPORT.matcher(text)
                        .replaceAll(found ->
                                isWordOf(code, found.group(1))
                                        ? Matcher.quoteReplacement(found.group())
                                        : "");
        return kept.equals(text) ? text : BLANK_LINES.matcher(kept).replaceAll("$1").stripLeading();
    }

    private static boolean isWordOf(String text, String name) {
        return Pattern.compile("\\b" + name + "\\b").matcher(text).find();
    }

    private void requireEveryTask() {
        Set<Integer> defined = stage.tasks().stream().map(Task::number).collect(Collectors.toSet());
        Set<Integer> fenced =
                files.values().stream()
                        .flatMap(List::stream)
                        .map(Fence::task)
                        .collect(Collectors.toSet());
        if (!defined.equals(fenced)) {
            throw new KataException(
                    "stages.yaml gives stage %s the tasks %s, but its solution in %s marks %s."
                            .formatted(stage.path(), defined, stage.solutionSources(), fenced));
        }
    }
}
