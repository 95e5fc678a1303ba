package kata.progress;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Patience;
import kata.worker.JavaProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The watch, its page and another window write down at the same time what they have found out. */
class PlainFileTest {

    private static final int LINES = 100;

    @TempDir private Path root;

    @Test
    void no_line_is_lost_that_one_of_several_threads_has_put() throws InterruptedException {
        List<Thread> writers =
                Stream.of("one", "other")
                        .map(writer -> Thread.ofPlatform().start(() -> put(root, writer)))
                        .toList();

        for (Thread writer : writers) {
            assertThat(writer.join(Patience.LIMIT)).isTrue();
        }
        assertThat(file(root).lines()).hasSize(2 * LINES);
    }

    @Test
    void no_line_is_lost_that_one_of_several_processes_has_put() throws Exception {
        List<Process> writers =
                Stream.of("one", "other").map(writer -> start(root.toString(), writer)).toList();

        for (Process writer : writers) {
            assertThat(writer.waitFor(Patience.LIMIT)).isTrue();
        }
        assertThat(file(root).lines()).hasSize(2 * LINES);
    }

    private static Process start(String... arguments) {
        try {
            return JavaProcess.running(PlainFileTest.class, arguments).inheritIO().start();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Puts lines into the file of a folder. */
    public static void main(String[] arguments) {
        put(Path.of(arguments[0]), arguments[1]);
    }

    private static void put(Path root, String writer) {
        IntStream.range(0, LINES).forEach(number -> file(root).put(writer + number, "was here"));
    }

    private static PlainFile file(Path root) {
        return PlainFile.of(root, "lines", "Lines of several writers.");
    }
}
