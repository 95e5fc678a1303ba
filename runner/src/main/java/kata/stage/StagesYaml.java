package kata.stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The file {@code stages.yaml} at the kata's root: the one place that defines the stages. */
public final class StagesYaml {

    /** The file's name. */
    public static final String NAME = "stages.yaml";

    private final Path root;
    private final Set<String> paths = new HashSet<>();
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
        Path folder = start.toAbsolutePath().normalize();
        while (folder != null && !Files.isRegularFile(folder.resolve(NAME))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new KataException(
                    "Neither %s nor a folder above it holds %s: run this inside the kata's folder."
                            .formatted(start.toAbsolutePath().normalize(), NAME));
        }
        return read(folder);
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
        KataEntry entry = YamlFile.read(absolute.resolve(NAME), NAME, KataEntry.class);
        return new StagesYaml(absolute).kata(entry);
    }

    private Kata kata(KataEntry entry) {
        List<ChapterEntry> chapters = filled(entry.chapters(), "a chapter");
        if (chapters.isEmpty()) {
            throw new KataException(NAME + " has no chapters; add them.");
        }
        Kata kata = new Kata(root, chapters.stream().map(this::chapter).toList());
        if (kata.stages().isEmpty()) {
            throw new KataException(NAME + " has no stage with tasks; add one.");
        }
        return kata;
    }

    private Chapter chapter(ChapterEntry entry) {
        String folder = required(entry.folder(), "a chapter has no folder");
        String title = required(entry.title(), "chapter '%s' has no title".formatted(folder));
        List<Stage> stages = new ArrayList<>();
        for (StageEntry stage :
                filled(entry.stages(), "a stage of chapter '%s'".formatted(folder))) {
            stages.add(stage(folder, stage));
        }
        return new Chapter(folder, title, List.copyOf(stages));
    }

    private Stage stage(String chapter, StageEntry entry) {
        String name =
                required(entry.name(), "a stage of chapter '%s' has no name".formatted(chapter));
        String path = chapter + "/" + name;
        if (!paths.add(path)) {
            throw new KataException(
                    "%s: there are two stages '%s'; rename one of them.".formatted(NAME, path));
        }
        Stage stage =
                new Stage(
                        root,
                        path,
                        required(entry.title(), "stage '%s' has no title".formatted(path)),
                        learned(path, entry),
                        List.copyOf(
                                filled(entry.changes(), "a change of stage '%s'".formatted(path))),
                        tasks(path, orEmpty(entry.tasks())),
                        entry.fresh() ? Optional.empty() : last.filter(Stage::exists));
        last = Optional.of(stage);
        return stage;
    }

    private static String learned(String path, StageEntry entry) {
        return orEmpty(entry.tasks()).isEmpty()
                ? Objects.requireNonNullElse(entry.learned(), "")
                : required(
                        entry.learned(), "stage '%s' has tasks but no 'learned'".formatted(path));
    }

    private static List<Task> tasks(String path, List<String> titles) {
        return IntStream.rangeClosed(1, titles.size())
                .mapToObj(number -> task(path, number, titles.get(number - 1)))
                .toList();
    }

    private static Task task(String path, int number, String title) {
        return new Task(
                number, required(title, "task %d of stage '%s' is empty".formatted(number, path)));
    }

    private static String required(String value, String problem) {
        if (value == null || value.isBlank()) {
            throw new KataException("%s: %s; add it.".formatted(NAME, problem));
        }
        return value.strip();
    }

    private static <T> List<T> filled(List<T> list, String what) {
        List<T> entries = orEmpty(list);
        if (entries.stream().anyMatch(Objects::isNull)) {
            throw new KataException(
                    "%s: %s is empty; fill it in, or delete it.".formatted(NAME, what));
        }
        return entries;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private record KataEntry(List<ChapterEntry> chapters) {}

    private record ChapterEntry(String folder, String title, List<StageEntry> stages) {}

    private record StageEntry(
            String name,
            String title,
            String learned,
            List<String> changes,
            boolean fresh,
            List<String> tasks) {}
}
