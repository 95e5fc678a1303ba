package kata.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kata.Patience;

import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ScreenConsoleTest {

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CountDownLatch isRead = new CountDownLatch(1);
    private final CountDownLatch mayBeTold = new CountDownLatch(1);

    @Test
    void a_key_that_was_read_before_the_terminal_is_lent_is_told_before_too() throws Exception {
        var typed = new PipedInputStream();
        try (var keyboard = new PipedOutputStream(typed);
                Terminal terminal = terminal(typed);
                var console = new ScreenConsole(terminal, this::tellLate)) {
            keyboard.write('n');
            keyboard.flush();
            isRead.await();

            var told = new CompletableFuture<List<Event>>();
            Thread lends =
                    Thread.startVirtualThread(
                            () -> console.lend(() -> told.complete(List.copyOf(events))));
            await().atMost(Patience.LIMIT)
                    .until(() -> told.isDone() || lends.getState() == Thread.State.WAITING);
            mayBeTold.countDown();

            assertThat(told.get()).containsExactly(new Event.Key('n'));
        }
    }

    @Test
    void an_interrupt_from_outside_is_what_control_c_is() throws Exception {
        try (Terminal terminal = terminal(new PipedInputStream(new PipedOutputStream()));
                var _ = new ScreenConsole(terminal, events::add)) {
            terminal.raise(Terminal.Signal.INT);

            assertThat(events.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo(new Event.Key(Keys.CONTROL_C));
        }
    }

    private static Terminal terminal(PipedInputStream typed) throws IOException {
        return TerminalBuilder.builder()
                .system(false)
                .streams(typed, OutputStream.nullOutputStream())
                .build();
    }

    private void tellLate(Event event) {
        isRead.countDown();
        try {
            mayBeTold.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        events.add(event);
    }
}
