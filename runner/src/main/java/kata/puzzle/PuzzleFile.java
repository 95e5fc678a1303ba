package kata.puzzle;

import kata.files.BackupWriter;
import kata.stage.KataException;
import kata.stage.Stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code puzzle.txt} of a stage, in which a learner puts pieces into order. */
public record PuzzleFile(Stage stage) {

    /** The line above the pieces that are not used. */
    static final String UNUSED = "---- not used";

    private static final String TASK = "== Task ";
    private static final Pattern SEED = Pattern.compile("(?m)^# Puzzle of .*, seed (-?\\d{1,18})$");

    /** Returns where it is. */
    public Path path() {
        return stage.folder().resolve("puzzle.txt");
    }

    /** Returns the seed of the puzzle that is in the file, if there is one. */
    public OptionalLong seed() {
        Matcher seed = SEED.matcher(Files.exists(path()) ? text() : "");
        return seed.find() ? OptionalLong.of(Long.parseLong(seed.group(1))) : OptionalLong.empty();
    }

    /**
     * Writes a puzzle that nobody has begun; what was in the file is kept.
     *
     * @throws KataException if it cannot be kept or written
     */
    public void begin(Puzzle puzzle) {
        BackupWriter.of(stage, stage.folder()).write(path(), puzzle.text());
    }

    /**
     * Reads the pieces that stand above the dashes, task by task.
     *
     * @throws KataException if the file cannot be read, or lacks a task
     */
    List<List<String>> used(Puzzle puzzle) {
        List<List<String>> used = new ArrayList<>();
        boolean isUsed = false;
        for (String line : text().lines().map(PuzzleFile::withoutGaps).toList()) {
            if (line.startsWith(TASK)) {
                used.add(new ArrayList<>());
            }
            if (line.startsWith("== ") || line.startsWith("# ")) {
                isUsed = true;
            } else if (line.equals(UNUSED)) {
                isUsed = false;
            } else if (isUsed && !line.isEmpty() && !used.isEmpty()) {
                used.getLast().add(line);
            }
        }
        if (used.size() != puzzle.sections().size()) {
            throw new KataException(
                    "%s has lost one of the lines that begin with '%s': delete the file to begin again."
                            .formatted(path(), TASK.strip()));
        }
        return used;
    }

    /** Returns how the file begins. */
    static String head(Puzzle puzzle) {
        return """
        # Puzzle of %s, seed %d
        # Move the lines of each task above its dashes, in the right order. Some lines belong to no solution.
        # Indentation does not matter. `./kata puzzle` checks whenever you save.

        """
                .formatted(puzzle.stage().path(), puzzle.seed());
    }

    /** Editors change blanks as they like. */
    static String withoutGaps(String line) {
        return line.strip().replaceAll("\\s+", " ");
    }

    private String text() {
        try {
            return Files.readString(path());
        } catch (IOException failure) {
            throw new KataException(
                    "%s cannot be read: save it as UTF-8, or delete it to begin again."
                            .formatted(path()),
                    failure);
        }
    }
}
