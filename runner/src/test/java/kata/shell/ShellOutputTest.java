package kata.shell;

import static org.assertj.core.api.Assertions.assertThat;

import kata.shell.TypedShell.Event;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A prompt and a stop may come at the same moment: the next line has its prompt all the same. */
class ShellOutputTest {

    private static final int ROUNDS = 1_000;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final ShellOutput output = new ShellOutput(new Interrupts(), events::add);
    private final OutputStream shell = output.ofShell();

    @Test
    void where_nothing_runs_a_stop_expects_no_prompt() throws InterruptedException {
        prompt(shell);
        output.expectInterrupt();

        assertThat(output.isInterrupted()).isFalse();
        type(output, shell);
        assertThat(events).containsExactly(new Event.Waits(false), new Event.Waits(false));
    }

    @Test
    void what_is_not_whole_can_be_stopped() throws Exception {
        prompt(shell);
        output.expect(List.of("record Pair("));
        shell.write('\6');
        output.expectInterrupt();
        assertThat(output.isInterrupted()).isTrue();
        prompt(shell);

        assertThat(output.isInterrupted()).isFalse();
        assertThat(next(events)).isEqualTo(new Event.Waits(false));
        assertThat(next(events)).isEqualTo(new Event.Waits(true));
        assertThat(next(events)).isEqualTo(new Event.Waits(false));
    }

    @Test
    void a_stop_that_meets_the_prompt_takes_no_other_prompt() throws Exception {
        List<Session> sessions = Stream.generate(Session::new).limit(ROUNDS).toList();
        // Behind an interrupt it rests for a moment: all of them at once.
        sessions.forEach(Session::stopAtThePrompt);
        for (Session session : sessions) {
            assertThat(session.output.isInterrupted()).isFalse();
            assertThat(next(session.heard)).isEqualTo(new Event.Waits(false));
            type(session.output, session.shell);
            assertThat(next(session.heard)).isEqualTo(new Event.Waits(false));
        }
    }

    private static final class Session {

        private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
        private final ShellOutput output = new ShellOutput(new Interrupts(), heard::add);
        private final OutputStream shell = output.ofShell();

        void stopAtThePrompt() {
            var together = new CyclicBarrier(2);
            var stop =
                    CompletableFuture.runAsync(() -> {
                        meet(together);
                        output.expectInterrupt();
                    });
            meet(together);
            prompt(shell);
            stop.join();
        }
    }

    private static void type(ShellOutput output, OutputStream shell) {
        output.expect(List.of("1 + 1"));
        prompt(shell);
    }

    private static void prompt(OutputStream shell) {
        try {
            shell.write('\5');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Event next(BlockingQueue<Event> events) throws InterruptedException {
        return events.poll(10, TimeUnit.SECONDS);
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
