package kata.stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole kata, as {@code stages.yaml} at its root defines it.
 *
 * @param root the folder that holds {@code stages.yaml}
 * @param chapters the chapters in walking order
 * @param detours the paths of stages that are walked before one of another chapter, and the path of
 *     that one
 */
public record Kata(Path root, List<Chapter> chapters, Map<String, String> detours) {

    /** Returns the stages that can be walked already, in walking order. */
    public List<Stage> stages() {
        return allStages().filter(Stage::exists).toList();
    }

    /** Returns every stage in walking order, those still to come among them. */
    public Stream<Stage> allStages() {
        return byChapter()
                .filter(stage -> !detours.containsKey(stage.path()))
                .flatMap(stage -> Stream.concat(detoursBefore(stage), Stream.of(stage)));
    }

    /** Returns the stages of other chapters that are walked right before a stage. */
    public Stream<Stage> detoursBefore(Stage stage) {
        return byChapter().filter(other -> stage.path().equals(detours.get(other.path())));
    }

    private Stream<Stage> byChapter() {
        return chapters.stream().flatMap(chapter -> chapter.stages().stream());
    }

    /**
     * Returns the stage that is meant, by its path or, if only one stage has it, by its name.
     *
     * @throws KataException if there is no such stage, naming near matches, or if it is still to
     *     come
     */
    public Stage stage(String typed) {
        return new StageNames(allStages().toList()).find(typed);
    }

    /** Returns the stage that a folder belongs to, be it the learner's or the solution's. */
    public Optional<Stage> stageAround(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        return stages().stream()
                .filter(stage ->
                        place.startsWith(stage.folder())
                                || place.startsWith(stage.solutionFolder()))
                .findFirst();
    }
}
