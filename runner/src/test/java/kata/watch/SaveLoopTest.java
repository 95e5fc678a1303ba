package kata.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kata.Patience;
import kata.terminal.Answers;
import kata.worker.Cancellation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who saves or quits does not wait for what an earlier save has begun. */
class SaveLoopTest {

    @TempDir private Path folder;
    private Path file;

    /** What each save has begun. */
    private final List<Cancellation> begun = new CopyOnWriteArrayList<>();

    private final List<String> typed = new CopyOnWriteArrayList<>();

    @BeforeEach
    void save_a_file() throws IOException {
        file = Files.writeString(folder.resolve("Saved.java"), "class Saved {}");
    }

    @Test
    void to_quit_ends_what_goes_on() {
        run(new Endless(), this::quitOnceBegun);

        assertThat(begun).hasSize(1);
    }

    @Test
    void a_save_ends_what_the_one_before_has_begun() {
        run(
                new Endless(),
                () -> {
                    awaitBegun(1);
                    save();
                    awaitBegun(2);
                    return Optional.of("q");
                });

        assertThat(begun).hasSize(2);
    }

    @Test
    void after_a_quit_nothing_begins_that_was_asked_for_before() {
        var lines = List.of("first", "", "second", "", "q").iterator();
        run(
                new Endless(),
                () -> {
                    awaitBegun(1);
                    return Optional.of(lines.next());
                });

        assertThat(begun).hasSize(1);
        assertThat(typed).containsExactly("first", "second");
    }

    @Test
    void the_end_of_the_input_leaves_what_goes_on_to_its_end() {
        run(
                new Listener() {
                    @Override
                    public void saved(Cancellation cancellation) {
                        begun.add(cancellation);
                    }
                },
                Optional::empty);

        assertThat(begun).singleElement().matches(one -> !one.isCancelled());
    }

    private void run(SaveLoop.Listener listener, Answers answers) {
        new SaveLoop(listener).run(folder, answers);
    }

    private Optional<String> quitOnceBegun() {
        awaitBegun(1);
        return Optional.of("q");
    }

    private void awaitBegun(int times) {
        await().atMost(Patience.LIMIT).until(() -> begun.size() == times);
    }

    private void save() {
        try {
            Files.writeString(file, "class Saved { }");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private abstract class Listener implements SaveLoop.Listener {

        @Override
        public void typed(String line) {
            typed.add(line);
        }
    }

    /** Ends when it is not wanted any more. */
    private final class Endless extends Listener {

        @Override
        public void saved(Cancellation cancellation) {
            begun.add(cancellation);
            await().atMost(Patience.LIMIT).until(cancellation::isCancelled);
        }
    }
}
