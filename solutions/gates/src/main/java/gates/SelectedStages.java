package gates;

import kata.stage.Kata;
import kata.stage.Stage;

import java.util.List;
import java.util.stream.Stream;

/** The stages that a command or a test is about. */
public final class SelectedStages {

    private SelectedStages() {}

    /**
     * Returns the stages of these names, in their order; all if there is no name.
     *
     * @param names the names, with commas between them
     * @throws kata.stage.KataException if a name is unknown
     */
    public static List<Stage> of(Kata kata, String names) {
        return names.isBlank()
                ? kata.stages()
                : Stream.of(names.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .map(kata::stage)
                        .toList();
    }
}
