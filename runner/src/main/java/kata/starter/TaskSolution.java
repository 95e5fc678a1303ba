package kata.starter;

import kata.stage.KataException;
import kata.stage.SourceFile;
import kata.stage.Stage;

import java.util.Comparator;
import java.util.List;

/**
 * How the reference solves a task, or one of the places where it does so.
 *
 * @param file the file below the kata's root
 * @param line the line of that file on which the code begins, from 1
 * @param code the code, without its common indentation
 */
public record TaskSolution(int task, String file, int line, String code) {

    /**
     * Reads them from a stage's solution, task by task.
     *
     * @throws KataException if the solution has no files, or the comments that fence the tasks do
     *     not fit each other
     */
    public static List<TaskSolution> of(Stage stage) {
        return Derivation.solution(stage).stream()
                .flatMap(file -> Fence.in(file).stream().map(fence -> of(fence, file)))
                .sorted(Comparator.comparingInt(TaskSolution::task))
                .toList();
    }

    static TaskSolution of(Fence fence, SourceFile file) {
        int line = 1 + (int) file.text().substring(0, fence.bodyStart()).lines().count();
        String code = fence.body().stripTrailing().stripIndent();
        return new TaskSolution(fence.task(), file.shownAs(), line, code);
    }
}
