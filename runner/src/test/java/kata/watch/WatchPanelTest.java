package kata.watch;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.Patience;
import kata.stage.Kata;
import kata.stage.Stage;
import kata.terminal.Marks;
import kata.terminal.Terminal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a command is about to do counts when its events are heard, and not before. */
class WatchPanelTest {

    @TempDir private Path folder;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CountDownLatch mayAsk = new CountDownLatch(1);
    private final CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    private final TypedAhead typedAhead = new TypedAhead();
    private Stage stage;
    private WatchPanel panel;

    @BeforeEach
    void open_a_panel() {
        Kata kata = Fixture.kata(folder);
        var nowhere = new PrintWriter(Writer.nullWriter());
        var terminal = new Terminal(nowhere, nowhere, Marks.printableIn(StandardCharsets.UTF_8));
        stage = kata.stage("part1/1-numbers");
        panel =
                new WatchPanel(
                        new WatchContext(kata, null, null, terminal, new Asking(), null, events),
                        new LineConsole(Optional::empty, nowhere, _ -> {}),
                        typedAhead);
    }

    @Test
    void a_question_that_is_about_to_be_asked_goes_with_its_stage_too() {
        panel.run(WatchKey.RESET, stage);

        panel.enter("another stage");
        mayAsk.countDown();

        assertThat(answer).succeedsWithin(Patience.LIMIT).isEqualTo(Optional.empty());
    }

    @Test
    void a_command_goes_on_until_what_it_has_printed_is_shown() throws InterruptedException {
        panel.run(WatchKey.RESET, stage);
        panel.endInput();
        mayAsk.countDown();

        CommandExecution ended = awaitEnd();

        assertThat(panel.isBusy()).isTrue();
        panel.show(ended);
        assertThat(panel.isBusy()).isFalse();
    }

    @Test
    void that_the_input_has_ended_is_not_forgotten_with_the_keys() {
        typedAhead.add(new Event.Key('n'));
        typedAhead.add(new Event.InputEnded());

        typedAhead.forgetKeys(new ArrayDeque<>());

        assertThat(typedAhead.next()).contains(new Event.InputEnded());
    }

    private CommandExecution awaitEnd() throws InterruptedException {
        Event event = events.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        return ((Event.Printed) event).command();
    }

    /** A command that asks once. */
    private final class Asking implements Commands {

        @Override
        public int run(Terminal terminal, String... words) {
            try {
                mayAsk.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            answer.complete(terminal.answers().next());
            return 0;
        }

        @Override
        public int runInForeground(String... words) {
            return 0;
        }
    }
}
