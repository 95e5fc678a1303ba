package kata.lesson;

import kata.model.Chapter;
import kata.model.Kata;
import kata.model.KataException;
import kata.model.Stage;

import java.util.stream.Collectors;

/** The map of the stages that stands in the kata's README.md, between two comments. */
public final class StageMap {

    private static final String BEGIN = "<!-- stages -->\n";
    private static final String END = "<!-- end of stages -->";

    private StageMap() {}

    /** Returns the map as Markdown: for each chapter a heading and a table. */
    public static String render(Kata kata) {
        return kata.chapters().stream().map(StageMap::render).collect(Collectors.joining("\n"));
    }

    /**
     * Returns the text of a page with the map brought up to date, and all else as it was.
     *
     * @throws KataException if the page lacks the comments that enclose the map
     */
    public static String rewrite(String page, Kata kata) {
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END, begin);
        if (begin < BEGIN.length() || end < 0) {
            throw new KataException(
                    "README.md lacks the place for the map of the stages; put the lines"
                            + " `%s` and `%s` where it belongs.".formatted(BEGIN.strip(), END));
        }
        return page.substring(0, begin) + "\n" + render(kata) + "\n" + page.substring(end);
    }

    private static String render(Chapter chapter) {
        String rows =
                chapter.stages().stream()
                        .map(stage -> row(chapter, stage))
                        .collect(Collectors.joining());
        return """
        ### %s: %s

        | stage | what you build | afterwards you can |
        |---|---|---|
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
        return "| %s | %s | %s |\n".formatted(place, stage.title(), stage.learned());
    }
}
