package kata.shell;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Reads what a shell prints to a program: takes out the signs that stand for its prompts, and the
 * echo of what was typed. What the code prints that runs in the shell is left as it is, be it the
 * same signs.
 */
final class ShellOutput {

    // What jshell prints in place of its prompts when a program listens.
    private static final String PROMPT = "\u0005";
    private static final String CONTINUATION = "\u0006";

    /** After an interrupt there may be one more prompt, at once: that of the interrupt itself. */
    private static final Duration REST = Duration.ofMillis(200);

    /** Lines that are typed and not echoed yet; who types must not wait for who prints. */
    private final Queue<String> typed = new ConcurrentLinkedQueue<>();

    private final StringBuilder echo = new StringBuilder();
    private final Consumer<TypedShell.Event> listener;

    /** How many prompts are to come; the first one comes by itself. */
    private final AtomicInteger prompts = new AtomicInteger(1);

    private final AtomicBoolean isInterrupted = new AtomicBoolean();
    private volatile boolean isResting;

    ShellOutput(Consumer<TypedShell.Event> listener) {
        this.listener = listener;
    }

    /** Expects a line's echo, and the prompt behind what comes of it. */
    void expect(String line) {
        typed.add(line + "\r\n");
        prompts.incrementAndGet();
    }

    /** Expects that what runs is interrupted. */
    void expectInterrupt() {
        isInterrupted.set(true);
        prompts.updateAndGet(count -> Math.max(count, 1));
    }

    boolean isBusy() {
        return prompts.get() > 0;
    }

    /** Returns where the shell itself prints. */
    OutputStream ofShell() {
        return new DecodedStream(this::read);
    }

    /** Returns where the code prints that runs in the shell. */
    OutputStream ofCode() {
        return new DecodedStream(this::printed);
    }

    private void read(String text) {
        if (text.equals(PROMPT) || text.equals(CONTINUATION)) {
            int left = prompts.updateAndGet(count -> Math.max(0, count - 1));
            if (left == 0 && !isResting) {
                waits(text.equals(CONTINUATION));
            }
            return;
        }
        takeTyped();
        int echoed = echoed(text);
        echo.delete(0, echoed);
        printed(text.substring(echoed));
    }

    private void printed(String text) {
        String printed = text.replace("\r", "");
        if (!printed.isEmpty()) {
            listener.accept(new TypedShell.Event.Printed(printed));
        }
    }

    private void waits(boolean continues) {
        typed.clear();
        echo.setLength(0);
        if (!isInterrupted.getAndSet(false)) {
            listener.accept(new TypedShell.Event.Waits(continues));
            return;
        }
        isResting = true;
        Thread.ofPlatform().daemon().name("kata-shell-rest").start(() -> rest(continues));
    }

    private void rest(boolean continues) {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        isResting = false;
        listener.accept(new TypedShell.Event.Waits(continues));
    }

    private void takeTyped() {
        for (String line = typed.poll(); line != null; line = typed.poll()) {
            echo.append(line);
        }
    }

    private int echoed(String text) {
        int length = 0;
        while (length < Math.min(text.length(), echo.length())
                && text.charAt(length) == echo.charAt(length)) {
            length++;
        }
        return length;
    }
}
