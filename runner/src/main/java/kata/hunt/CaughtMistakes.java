package kata.hunt;

import kata.progress.PlainFile;
import kata.stage.Stage;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Remembers which mistakes a hunter has ever caught: their code may be shown. */
record CaughtMistakes(Stage stage) {

    /** Returns the names of those that were caught. */
    Set<String> names() {
        return file().lines().stream()
                .filter(line -> line.startsWith(stage.path() + " "))
                .map(line -> line.substring(stage.path().length() + 1))
                .collect(Collectors.toSet());
    }

    /**
     * Adds some.
     *
     * @throws kata.stage.KataException if the file cannot be written
     */
    void add(Collection<Mistake> caught) {
        List<String> known =
                caught.stream().map(mistake -> stage.path() + " " + mistake.name()).toList();
        if (!file().lines().containsAll(known)) {
            file().change(lines ->
                    Stream.concat(lines.stream(), known.stream()).distinct().sorted().toList());
        }
    }

    private PlainFile file() {
        return PlainFile.of(
                stage.root(), "hunt", "The mistakes that your tests have caught, by ./kata hunt.");
    }
}
