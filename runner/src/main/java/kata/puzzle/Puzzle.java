package kata.puzzle;

import kata.stage.KataException;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.starter.Derivation;
import kata.starter.TaskSolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The solutions of a stage's tasks, cut into pieces: to solve it is to put them into order, and to
 * leave out those that come from wrong solutions.
 *
 * @param seed decides the order of the pieces, and which distractors there are
 * @param sections the tasks, in their order
 */
public record Puzzle(Stage stage, long seed, List<Section> sections) {

    private static final int FEWEST_DISTRACTORS = 2;

    /**
     * The pieces of a task, or of a part of it, in no order.
     *
     * @param file the file that they belong into
     * @param opening the line below which they belong
     * @param pieces the pieces, and among them some that belong nowhere
     */
    public record Part(int task, String title, String file, String opening, List<String> pieces) {}

    /**
     * Cuts the reference into pieces.
     *
     * @throws KataException if it cannot be read, or the stage is a transfer stage, whose reference
     *     is one design of many
     */
    public static Puzzle of(Stage stage, long seed) {
        if (stage.isTransfer()) {
            throw new KataException(
                    "%s has no puzzle, as its design is yours: name another stage, such as one before it."
                            .formatted(stage.path()));
        }
        Map<String, SourceFile> files =
                SourceFile.in(stage.root(), stage.solutionSources()).stream()
                        .collect(Collectors.toMap(SourceFile::shownAs, file -> file));
        var distractors = new Distractors(stage);
        var random = new Random(seed);
        return new Puzzle(
                stage,
                seed,
                TaskSolution.of(stage).stream()
                        .map(place -> section(place, files.get(place.file()), distractors, random))
                        .toList());
    }

    private static Section section(
            TaskSolution place, SourceFile file, Distractors distractors, Random random) {
        List<String> lines = file.text().lines().toList();
        int begin = place.line() - 1;
        int end = begin + (int) place.code().lines().count();
        List<String> before = Statements.of(joined(lines.subList(0, begin)));
        List<String> there = Statements.of(place.code());
        List<String> after = Statements.of(joined(lines.subList(end, lines.size())));
        List<String> wrong = new ArrayList<>(distractors.of(file.path(), before, there, after));
        Collections.shuffle(wrong, random);
        int most = Math.max(FEWEST_DISTRACTORS, there.size() / 2);
        return new Section(
                place,
                before.isEmpty() ? "" : before.getLast(),
                there,
                wrong.stream().limit(most).toList());
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines);
    }

    /** Returns its parts as a learner gets them, one for each task or part of a task. */
    public List<Part> parts() {
        var random = new Random(seed);
        return sections.stream().map(section -> part(section, random)).toList();
    }

    private Part part(Section section, Random random) {
        List<String> pieces =
                new ArrayList<>(
                        Stream.of(section.solution(), section.distractors())
                                .flatMap(List::stream)
                                .toList());
        Collections.shuffle(pieces, random);
        int task = section.place().task();
        return new Part(
                task,
                stage.task(task).orElseThrow().title(),
                section.place().file(),
                section.opening(),
                List.copyOf(pieces));
    }

    /** Returns the file that a learner is to put into order. */
    String text() {
        return parts().stream()
                .map(Puzzle::text)
                .collect(Collectors.joining("\n", PuzzleFile.head(this), ""));
    }

    private static String text(Part part) {
        return """
        == Task %d: %s
        == %s, below: %s

        %s
        %s
        """
                .formatted(
                        part.task(),
                        part.title(),
                        part.file(),
                        part.opening(),
                        PuzzleFile.UNUSED,
                        part.pieces().stream()
                                .map("    "::concat)
                                .collect(Collectors.joining("\n")));
    }

    /**
     * Returns the reference with these pieces in the place of its own.
     *
     * @param pieces those of each section, in the order of the sections
     */
    public List<SourceFile> sources(List<List<String>> pieces) {
        Map<TaskSolution, String> code = new HashMap<>();
        for (int i = 0; i < sections.size(); i++) {
            code.put(sections.get(i).place(), String.join("\n", pieces.get(i)) + "\n");
        }
        return Derivation.of(stage).with(code);
    }

    /** Tells whether any piece comes from a wrong solution. */
    public boolean hasDistractors() {
        return sections.stream().anyMatch(section -> !section.distractors().isEmpty());
    }

    /** Returns the pieces of each section, in the reference's order. */
    public List<List<String>> solution() {
        return sections.stream().map(Section::solution).toList();
    }
}
