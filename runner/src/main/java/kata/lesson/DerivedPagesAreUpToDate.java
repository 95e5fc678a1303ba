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
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Compares what is derived in pages, such as the map in README.md, with what it is derived from.
 */
public final class DerivedPagesAreUpToDate implements KataGate {

    @Override
    public String promise() {
        return "README.md shows the stages and the first screen, and WORKSHOP.md all mistakes";
    }

    @Override
    public List<Finding> inspect(Kata kata) {
        return Stream.concat(
                        compare(kata, FrontPage.NAME, FrontPage::rewrite),
                        Files.exists(kata.root().resolve(MistakeList.PAGE))
                                ? compare(kata, MistakeList.PAGE, MistakeList::rewrite)
                                : Stream.of())
                .toList();
    }

    private static Stream<Finding> compare(
            Kata kata, String name, BiFunction<String, Kata, String> rewriting) {
        Path file = kata.root().resolve(name);
        if (!Files.exists(file)) {
            return Stream.of(new Finding(name, "There is no such file.", "Write it."));
        }
        try {
            String page = Files.readString(file).replace("\r\n", "\n");
            return page.equals(rewriting.apply(page, kata))
                    ? Stream.of()
                    : Stream.of(
                            new Finding(
                                    name,
                                    "What is derived in it is not up to date.",
                                    "Run `./kata derive`, which rewrites it."));
        } catch (KataException noPlace) {
            return Stream.of(
                    new Finding(
                            name,
                            noPlace.getMessage(),
                            "Then run `./kata derive`, which writes what belongs there."));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
