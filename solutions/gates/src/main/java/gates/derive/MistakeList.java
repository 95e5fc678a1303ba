package gates.derive;

import kata.stage.Chapter;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.stage.WrongSolutionYaml;

import java.util.stream.Collectors;

/** The list of mistakes that stands in WORKSHOP.md, between two comments: the wrong solutions. */
public final class MistakeList {

    /** The page that the list stands on. */
    public static final String PAGE = "WORKSHOP.md";

    private static final MarkedRegion PLACE = new MarkedRegion(PAGE, "mistakes");

    private MistakeList() {}

    /**
     * Returns the text of the page with the list brought up to date, and all else as it was.
     *
     * @throws KataException if the page lacks the comments that enclose the list
     */
    public static String rewrite(String page, Kata kata) {
        return PLACE.replace(page, render(kata));
    }

    private static String render(Kata kata) {
        return kata.chapters().stream()
                .map(MistakeList::render)
                .filter(chapter -> !chapter.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String render(Chapter chapter) {
        return chapter.stages().stream()
                .filter(Stage::exists)
                .map(MistakeList::render)
                .collect(Collectors.joining("\n"));
    }

    private static String render(Stage stage) {
        return WrongSolutionYaml.readAll(stage).stream()
                .map(wrong -> line(stage, wrong))
                .collect(Collectors.joining("", "### %s\n\n".formatted(stage.path()), ""));
    }

    private static String line(Stage stage, WrongSolution wrong) {
        return "- [%s](%s/README.md#%s)\n".formatted(wrong.title(), stage.path(), wrong.reread());
    }
}
