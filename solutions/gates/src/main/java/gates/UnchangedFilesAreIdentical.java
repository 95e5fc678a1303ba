package gates;

import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.starter.Derivation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A diff between two stages shows what the step changes, and nothing else. */
public final class UnchangedFilesAreIdentical implements Gate {

    @Override
    public String promise() {
        return "the files that differ from the stage before are the ones that stages.yaml names";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        return Inspection.of(
                stage.path(),
                () ->
                        stage.previous()
                                .map(previous -> differences(stage, previous))
                                .orElseGet(() -> changesFromNothing(stage)));
    }

    private static Stream<Finding> changesFromNothing(Stage stage) {
        return stage.changes().stream()
                .map(path ->
                        new Finding(
                                path,
                                "stages.yaml says that %s changes it, but that continues no stage."
                                        .formatted(stage.path()),
                                "Remove it from the stage's `changes`."));
    }

    private static Stream<Finding> differences(Stage stage, Stage previous) {
        Map<String, String> before = plain(previous);
        Map<String, String> now = plain(stage);
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(now.keySet());
        paths.addAll(stage.changes());
        return paths.stream()
                .flatMap(path ->
                        difference(stage, previous, path, before.get(path), now.get(path))
                                .stream());
    }

    private static Optional<Finding> difference(
            Stage stage, Stage previous, String path, String before, String now) {
        boolean same = before == null ? now == null : before.equals(now);
        boolean announced = stage.changes().contains(path);
        if (same != announced) {
            return Optional.empty();
        }
        return Optional.of(
                same
                        ? announcedInVain(stage, previous, path)
                        : notAnnounced(stage, previous, path, before, now));
    }

    private static Finding announcedInVain(Stage stage, Stage previous, String path) {
        return new Finding(
                path,
                "stages.yaml says that %s changes it, but it is what it was in %s."
                        .formatted(stage.path(), previous.path()),
                "Remove it from the stage's `changes`, or change it in the solution.");
    }

    private static Finding notAnnounced(
            Stage stage, Stage previous, String path, String before, String now) {
        String difference =
                before == null ? "is new" : now == null ? "has vanished" : "is not the same";
        return new Finding(
                path,
                "It %s in the solution of %s, compared with %s, but stages.yaml does not say so."
                        .formatted(difference, stage.path(), previous.path()),
                "Make it what it was in %s, or add it to the `changes` of %s."
                        .formatted(previous.path(), stage.path()));
    }

    private static Map<String, String> plain(Stage stage) {
        return Derivation.of(stage).plain().stream()
                .collect(
                        Collectors.toMap(
                                SourceFile::path, file -> file.text().replace("\r\n", "\n")));
    }
}
