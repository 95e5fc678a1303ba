package kata.lesson;

import kata.gate.Finding;
import kata.gate.KataGate;
import kata.model.Kata;
import kata.model.KataException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares the map in README.md with the stages as they are defined. */
public final class MapFollowsTheStages implements KataGate {

    private static final String WHERE = "README.md";

    @Override
    public String promise() {
        return "the map in README.md follows stages.yaml";
    }

    @Override
    public List<Finding> inspect(Kata kata) {
        Path readme = kata.root().resolve(WHERE);
        if (!Files.exists(readme)) {
            return List.of(new Finding(WHERE, "There is no such file.", "Write it."));
        }
        try {
            String page = Files.readString(readme).replace("\r\n", "\n");
            return page.equals(StageMap.rewrite(page, kata))
                    ? List.of()
                    : List.of(
                            new Finding(
                                    WHERE,
                                    "The map of the stages is not what stages.yaml says.",
                                    "Run `./kata derive`, which rewrites it."));
        } catch (KataException noPlace) {
            return List.of(
                    new Finding(
                            WHERE,
                            noPlace.getMessage(),
                            "Then run `./kata derive`, which writes the map."));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
