package kata.page;

import kata.Fixture;
import kata.stage.Kata;
import kata.terminal.Answers;
import kata.terminal.Marks;
import kata.terminal.Terminal;
import kata.worker.Worker;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The pages of a tiny kata, which is solved by what {@code solved} has. All tests of a class have
 * the same pages: a shell takes a second to start, and what one test has typed must not disturb the
 * next.
 */
abstract class PageInTest {

    @TempDir private static Path place;

    static Path folder;

    static Kata kata;
    static LessonPages pages;

    private static Worker worker;

    @BeforeAll
    static void serve() {
        folder = place.resolve("kata");
        kata = copyKata();
        Fixture.copyRuntime(folder);
        Fixture.copyObserver(folder);
        worker = new Worker();
        var nowhere = new PrintWriter(Writer.nullWriter());
        var terminal =
                new Terminal(
                        nowhere,
                        nowhere,
                        Marks.printableIn(StandardCharsets.UTF_8),
                        Answers.none());
        pages = new LessonPages(() -> kata, worker, terminal);
    }

    @AfterAll
    static void end() {
        pages.close();
        worker.close();
    }

    static Kata copyKata() {
        return Fixture.kata(folder, "with-hints", "with-a-session");
    }

    static URI address(String stage) {
        return pages.open(kata.stage(stage));
    }

    static PageClient open(String stage) {
        return PageClient.open(address(stage));
    }
}
