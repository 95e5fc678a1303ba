package kata.watch;

import kata.terminal.Answers;
import kata.worker.Cancellation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Does something after each save of a file or of those below a folder, and hears the lines that are
 * typed meanwhile. All of it happens in the thread that runs the loop, one after the other.
 */
public final class SaveLoop {

    private static final String QUIT = "q";

    private final Listener listener;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private Cancellation running = new Cancellation();
    private boolean hasQuit;

    /** What is to be done. */
    public interface Listener {

        /**
         * Does what a save asks for; called once at the beginning, and when Enter is typed.
         *
         * @param cancellation is cancelled when that is not wanted any more: there is another save,
         *     or the user quits
         */
        void saved(Cancellation cancellation);

        /** Does what a line asks for that is neither empty nor {@code q}. */
        void typed(String line);
    }

    /** Prepares it; nothing happens yet. */
    public SaveLoop(Listener listener) {
        this.listener = listener;
    }

    /**
     * Goes on until {@code q} is typed, or the input has ended and everything is answered that was
     * asked before. Blocks until then.
     *
     * @param watched a folder or a file
     */
    public void run(Path watched, Answers answers) {
        // Where the input is at its end, this is the one time.
        events.add(new Event.Saved());
        Thread.ofPlatform().daemon().name("kata-lines").start(() -> listen(answers));
        try (FileWatcher _ = FileWatcher.start(watched, this::save)) {
            Optional<Event> event = next();
            while (event.isPresent()) {
                answer(event.get());
                event = next();
            }
        }
    }

    private synchronized void save() {
        events.add(new Event.Saved());
        running.cancel();
    }

    private synchronized void quit() {
        hasQuit = true;
        events.removeIf(SaveLoop::asksForARun);
        running.cancel();
    }

    private void listen(Answers answers) {
        try {
            Optional<String> line = answers.next().map(String::strip);
            while (line.filter(text -> !text.equals(QUIT)).isPresent()) {
                events.add(new Event.Line(line.get()));
                line = answers.next().map(String::strip);
            }
            if (line.isPresent()) {
                quit();
            }
        } finally {
            events.add(new Event.InputEnded());
        }
    }

    /** Returns nothing at the end. */
    private Optional<Event> next() {
        try {
            return Optional.of(events.take()).filter(event -> !(event instanceof Event.InputEnded));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void answer(Event event) {
        if (event instanceof Event.Line(String text) && !text.isEmpty()) {
            listener.typed(text);
        } else {
            listener.saved(begin());
        }
    }

    private static boolean asksForARun(Event event) {
        return event instanceof Event.Saved
                || event instanceof Event.Line(String text) && text.isEmpty();
    }

    /** Returns what ends the run that begins now. */
    private synchronized Cancellation begin() {
        // Several saves ask for the same.
        events.removeIf(Event.Saved.class::isInstance);
        running = new Cancellation();
        if (hasQuit) {
            running.cancel();
        }
        return running;
    }
}
