package gates.derive;

import gates.page.ProseIsShort;

import kata.stage.Chapter;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.starter.TaskSolution;

import java.nio.file.Files;
import java.util.stream.Collectors;

/** The map of the stages that stands in the kata's README.md, between two comments. */
public final class StageMap {

    private static final MarkedRegion PLACE = new MarkedRegion("README.md", "stages");

    private StageMap() {}

    /**
     * Returns the map as Markdown: for each chapter a heading and a table.
     *
     * @throws KataException if a lesson or a solution cannot be read
     */
    public static String render(Kata kata) {
        return kata.chapters().stream().map(StageMap::render).collect(Collectors.joining("\n"));
    }

    /**
     * Returns the text of a page with the map brought up to date, and all else as it was.
     *
     * @throws KataException if the page lacks the comments that enclose the map
     */
    public static String rewrite(String page, Kata kata) {
        return PLACE.replace(page, render(kata));
    }

    private static String render(Chapter chapter) {
        String rows =
                chapter.stages().stream()
                        .map(stage -> row(chapter, stage))
                        .collect(Collectors.joining());
        return """
        ### %s: %s

        | stage | what you build | afterwards you can | words | lines |
        |---|---|---|--:|--:|
        %s\
        """
                .formatted(chapter.folder(), chapter.title(), rows);
    }

    private static String row(Chapter chapter, Stage stage) {
        String name = stage.path().substring(chapter.folder().length() + 1);
        String place =
                stage.exists()
                        ? "[%s](%s/README.md)".formatted(name, stage.path())
                        : "%s (to come)".formatted(name);
        return "| %s | %s | %s | %s |\n"
                .formatted(place, stage.title(), stage.learned(), size(stage));
    }

    /** Returns how many words there are to read, and how many lines to write. */
    private static String size(Stage stage) {
        if (!stage.exists()) {
            return "- | -";
        }
        long lines =
                TaskSolution.of(stage).stream()
                        .flatMap(solution -> solution.code().lines())
                        .filter(line -> !line.isBlank())
                        .count();
        return "%s | %d"
                .formatted(Files.exists(stage.lesson()) ? ProseIsShort.words(stage) : "-", lines);
    }
}
