package kata.lesson;

import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.PrintableText;
import kata.stage.Stage;

import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds words in all lessons. */
public record LessonSearch(List<Section> sections) {

    private static final int MOST = 30;
    private static final int EXCERPT = 140;

    /**
     * A part of a lesson, from one heading to the next.
     *
     * @param at its anchor
     * @param text what stands below it
     */
    public record Section(String stage, String heading, String at, String text) {

        private boolean contains(String word) {
            return heading.toLowerCase(Locale.ROOT).contains(word)
                    || text.toLowerCase(Locale.ROOT).contains(word);
        }

        private Section around(String word) {
            int found = Math.max(0, text.toLowerCase(Locale.ROOT).indexOf(word));
            int begin = text.lastIndexOf(' ', Math.max(0, found - EXCERPT / 3)) + 1;
            String rest = text.substring(begin);
            String shown = PrintableText.beginning(rest, EXCERPT);
            String excerpt =
                    (begin > 0 ? "... " : "")
                            + shown
                            + (shown.length() < rest.length() ? " ..." : "");
            return new Section(stage, heading, at, excerpt);
        }
    }

    /** Reads all lessons; one that cannot be read is left out. */
    public static LessonSearch of(Kata kata) {
        List<Section> sections = new ArrayList<>();
        kata.stages()
                .forEach(stage -> {
                    try {
                        read(stage, sections);
                    } catch (KataException unreadable) {
                        // Its page says why.
                    }
                });
        return new LessonSearch(sections);
    }

    private static void read(Stage stage, List<Section> sections) {
        var anchors = new Anchors();
        String heading = stage.title();
        String at = "";
        var text = new StringBuilder();
        for (Node node : Markdown.children(Markdown.parse(LessonPage.markdown(stage)))) {
            if (node instanceof Heading) {
                sections.add(new Section(stage.path(), heading, at, text.toString()));
                heading = Markdown.text(node);
                at = anchors.next(heading);
                text.setLength(0);
            } else {
                text.append(words(node)).append(' ');
            }
        }
        sections.add(new Section(stage.path(), heading, at, text.toString()));
    }

    private static String words(Node node) {
        return node instanceof FencedCodeBlock code
                ? code.getLiteral().replace('\n', ' ')
                : Markdown.text(node);
    }

    /** Returns the parts that contain all these words, those with one in the heading first. */
    public List<Section> find(String query) {
        List<String> words =
                Arrays.stream(query.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        Comparator<Section> byHeading =
                Comparator.comparing(section ->
                        words.stream()
                                .noneMatch(section.heading().toLowerCase(Locale.ROOT)::contains));
        return sections.stream()
                .filter(section -> words.stream().allMatch(section::contains))
                .sorted(byHeading)
                .limit(MOST)
                .map(section -> section.around(words.getFirst()))
                .toList();
    }
}
