package gates.page;

import gates.Finding;
import gates.Gate;

import kata.hunt.HuntFolder;
import kata.stage.Stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for words that the kata does not use, and says which it uses instead. */
public final class WordsAreTheTrades implements Gate {

    @Override
    public String promise() {
        return "lesson, hints and hunt use the words of the trade";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        return Stream.of(stage.lesson(), stage.hints(), new HuntFolder(stage).lesson())
                .filter(Files::exists)
                .flatMap(page -> inspect(stage.root(), page).stream())
                .toList();
    }

    /** Inspects any page of the kata. */
    public static List<Finding> inspect(Path root, Path page) {
        return Lesson.read(page).sections().stream()
                .flatMap(section -> inspect(PageLocation.name(root, page), section))
                .toList();
    }

    private static Stream<Finding> inspect(String page, Section section) {
        List<Passage> prose =
                Stream.concat(
                                Passage.of(section.content()).stream(),
                                section.codeBlocks("mermaid").map(Passage::ofLabels))
                        .toList();
        return UnusedWord.ALL.stream()
                .flatMap(unused ->
                        prose.stream()
                                .filter(passage -> unused.isIn(passage.text()))
                                .map(passage -> finding(page, section, unused, passage)));
    }

    private static Finding finding(
            String page, Section section, UnusedWord unused, Passage passage) {
        return new Finding(
                "%s:%d, %s".formatted(page, section.line(), section.title()),
                "This says `%s`: %s".formatted(unused.words(), passage.text()),
                "Write instead: %s.".formatted(unused.instead()));
    }
}
