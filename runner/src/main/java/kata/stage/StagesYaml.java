package kata.stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The file {@code stages.yaml} at the kata's root: the one place that defines the stages. */
public final class StagesYaml {

    /** The file's name. */
    public static final String NAME = "stages.yaml";

    private final Path root;
    private final Set<String> paths = new HashSet<>();
    private final Map<String, String> detours = new LinkedHashMap<>();
    private Optional<Stage> last = Optional.empty();

    private StagesYaml(Path root) {
        this.root = root;
    }

    /**
     * Reads the kata that a folder belongs to: the folder itself or one above it holds the file.
     *
     * @throws KataException if there is no such folder, or the file is wrong
     */
    public static Kata find(Path start) {
        return root(start)
                .map(StagesYaml::read)
                .orElseThrow(() ->
                        new KataException(
                                "Neither %s nor a folder above it holds %s: run this inside the kata's folder."
                                        .formatted(start.toAbsolutePath().normalize(), NAME)));
    }

    /** Returns the kata's folder that a folder belongs to: itself, or one above it. */
    public static Optional<Path> root(Path start) {
        return Stream.iterate(start.toAbsolutePath().normalize(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve(NAME)))
                .findFirst();
    }

    /**
     * Reads the kata whose root is this folder.
     *
     * @throws KataException if the file is missing or wrong; the message names the line or the
     *     stage
     */
    public static Kata read(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        if (!Files.exists(absolute.resolve(NAME))) {
            throw new KataException(
                    "There is no %s in %s: run this in the kata's root folder."
                            .formatted(NAME, absolute));
        }
        KataEntry entry = YamlFile.read(absolute, absolute.resolve(NAME), KataEntry.class);
        Kata kata = new StagesYaml(absolute).kata(entry);
        if (kata.stages().isEmpty()) {
            throw new KataException(NAME + " has no stage with tasks; add one.");
        }
        return kata;
    }

    private Kata kata(KataEntry entry) {
        List<Chapter> chapters = entry.chapters().stream().map(this::chapter).toList();
        detours.forEach(this::checkDetour);
        return new Kata(root, chapters, Map.copyOf(detours));
    }

    private void checkDetour(String path, String before) {
        if (!paths.contains(before) || detours.containsKey(before)) {
            throw new KataException(
                    "%s: stage '%s' is to come before '%s', which is no stage of the way; name one."
                            .formatted(NAME, path, before));
        }
    }

    private Chapter chapter(ChapterEntry entry) {
        String folder = required(entry.folder(), "a chapter has no folder");
        String title = required(entry.title(), "chapter '%s' has no title".formatted(folder));
        return new Chapter(
                folder, title, entry.stages().stream().map(stage -> stage(folder, stage)).toList());
    }

    private Stage stage(String chapter, StageEntry entry) {
        String name =
                required(entry.name(), "a stage of chapter '%s' has no name".formatted(chapter));
        String path = chapter + "/" + name;
        if (!paths.add(path)) {
            throw new KataException(
                    "%s: there are two stages '%s'; rename one of them.".formatted(NAME, path));
        }
        String title = required(entry.title(), "stage '%s' has no title".formatted(path));
        if (!entry.tasks().isEmpty()) {
            required(entry.learned(), "stage '%s' has tasks but no 'learned'".formatted(path));
        }
        List<Task> tasks =
                IntStream.range(0, entry.tasks().size())
                        .mapToObj(index -> new Task(index + 1, entry.tasks().get(index)))
                        .toList();
        if (!entry.before().isBlank()) {
            detours.put(path, entry.before().strip());
        }
        boolean isFresh = entry.fresh() || entry.transfer();
        Stage stage =
                new Stage(
                        root,
                        path,
                        title,
                        entry.learned(),
                        entry.changes(),
                        tasks,
                        isFresh ? Optional.empty() : last.filter(Stage::exists),
                        entry.transfer());
        // What a learner designs differs from learner to learner, so that no stage can continue it.
        last = stage.isTransfer() ? last : Optional.of(stage);
        return stage;
    }

    private static String required(String value, String problem) {
        if (value.isBlank()) {
            throw new KataException("%s: %s; add it.".formatted(NAME, problem));
        }
        return value.strip();
    }

    private record KataEntry(List<ChapterEntry> chapters) {}

    private record ChapterEntry(String folder, String title, List<StageEntry> stages) {}

    private record StageEntry(
            String name,
            String title,
            String learned,
            List<String> changes,
            boolean fresh,
            String before,
            boolean transfer,
            List<String> tasks) {}
}
