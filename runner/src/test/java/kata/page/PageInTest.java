package kata.page;

import kata.Fixture;
import kata.stage.Kata;
import kata.stage.StagesYaml;
import kata.terminal.Answers;
import kata.terminal.Marks;
import kata.terminal.Terminal;
import kata.worker.Worker;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The pages of a tiny kata, which is solved by what {@code solved} has. */
abstract class PageInTest {

    @TempDir Path folder;

    Kata kata;
    Worker worker;
    LessonPages pages;

    @BeforeEach
    void serve() {
        Fixture.kata(folder, "with-hints", "with-a-session");
        Fixture.copyRuntime(folder);
        Fixture.copyObserver(folder);
        kata = StagesYaml.read(folder);
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

    @AfterEach
    void end() {
        pages.close();
        worker.close();
    }

    URI address(String stage) {
        return pages.open(kata.stage(stage));
    }

    PageClient open(String stage) {
        return PageClient.open(address(stage));
    }
}
