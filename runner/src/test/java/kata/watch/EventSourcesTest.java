package kata.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import kata.Patience;
import kata.worker.Cancellation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the watch waits for comes, whatever happens to the thread that it comes from. */
class EventSourcesTest {

    private static final int SAVES = 20;

    @TempDir private Path folder;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    @Test
    void an_input_that_breaks_has_ended() throws InterruptedException {
        var out = new PrintWriter(Writer.nullWriter());
        try (var _ = new LineConsole(EventSourcesTest::broken, out, events::add)) {
            assertThat(events.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo(new Event.InputEnded());
        }
    }

    @Test
    void a_loop_whose_input_breaks_ends() {
        var loop = new SaveLoop(new Idle());
        var run = CompletableFuture.runAsync(() -> loop.run(folder, EventSourcesTest::broken));
        assertThatCode(() -> run.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .doesNotThrowAnyException();
    }

    private static Optional<String> broken() {
        throw new UncheckedIOException(new IOException("the input is broken"));
    }

    private static final class Idle implements SaveLoop.Listener {

        @Override
        public void saved(Cancellation cancellation) {
            // Of no interest.
        }

        @Override
        public void typed(String line) {
            // Of no interest.
        }
    }

    /** Between two looks without an event a second passes: now and then one comes in time. */
    @Test
    void a_save_just_after_the_start_is_noticed_at_once() throws Exception {
        long begin = System.nanoTime();
        for (int save = 0; save < SAVES; save++) {
            Path source = folder.resolve("Saved.java");
            Files.writeString(source, "class Saved {}");
            var noticed = new Semaphore(0);
            try (FileWatcher _ = FileWatcher.start(folder, noticed::release)) {
                Files.writeString(source, "class Saved { }");
                assertThat(noticed.tryAcquire(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isLessThan(Duration.ofSeconds(SAVES / 2));
    }

    @Test
    void a_file_that_is_written_without_pause_does_not_hide_a_save() throws Exception {
        Path log = folder.resolve("log.txt");
        Path source = folder.resolve("Saved.java");
        var noticed = new Semaphore(0);
        var isNoticed = new AtomicBoolean();
        try (FileWatcher _ = FileWatcher.start(folder, noticed::release)) {
            var writing = CompletableFuture.runAsync(() -> writeUntil(isNoticed, log));
            Files.writeString(source, "class Saved {}");
            assertThat(noticed.tryAcquire(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            isNoticed.set(true);
            writing.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void writeUntil(AtomicBoolean isNoticed, Path log) {
        try {
            for (int line = 0; !isNoticed.get(); line++) {
                Files.writeString(log, "x".repeat(line % 1000));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
