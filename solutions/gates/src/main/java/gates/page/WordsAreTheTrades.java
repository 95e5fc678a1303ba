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

    /** A word or a phrase, and what to write in its place. */
    private record Unused(String words, String instead) {

        static Unused of(String line) {
            String[] parts = line.split("\\|");
            return new Unused(parts[0].strip(), parts[1].strip());
        }
    }

    private static final List<Unused> UNUSED =
            WordList.read("unused-words.txt").stream().map(Unused::of).toList();

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
        return UNUSED.stream()
                .flatMap(unused ->
                        prose.stream()
                                .filter(passage ->
                                        Passage.whole(unused.words())
                                                .matcher(passage.text())
                                                .find())
                                .map(passage -> finding(page, section, unused, passage)));
    }

    private static Finding finding(String page, Section section, Unused unused, Passage passage) {
        return new Finding(
                "%s:%d, %s".formatted(page, section.line(), section.title()),
                "This says `%s`: %s".formatted(unused.words(), passage.text()),
                "Write instead: %s.".formatted(unused.instead()));
    }
}
