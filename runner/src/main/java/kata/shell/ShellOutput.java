package kata.shell;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    private final Interrupts interrupts;
    private final Consumer<TypedShell.Event> listener;

    /** How many prompts are to come; the first one comes by itself. */
    private int prompts = 1;

    /** What another shell says of itself when it starts is about nothing that was typed. */
    private volatile boolean isStarting;

    private boolean isInterrupted;
    private boolean isResting;
    private boolean continues;

    ShellOutput(Interrupts interrupts, Consumer<TypedShell.Event> listener) {
        this.interrupts = interrupts;
        this.listener = listener;
    }

    /** Expects the echo of these lines, and for each the prompt behind what comes of it. */
    synchronized void expect(List<String> lines) {
        lines.forEach(line -> typed.add(line + "\r\n"));
        prompts += lines.size();
    }

    /**
     * Expects that what runs, or what is not whole yet, is interrupted; does nothing if there is
     * neither: its prompt has come, and no other will.
     */
    synchronized void expectInterrupt() {
        if (prompts > 0 || continues) {
            isInterrupted = true;
            prompts = Math.max(prompts, 1);
        }
    }

    /** Expects nothing but the first prompt of another shell. */
    synchronized void beginAnew() {
        typed.clear();
        echo.setLength(0);
        prompts = 1;
        isStarting = true;
        isInterrupted = false;
        isResting = false;
    }

    /** Tells whether an interrupt was expected and no prompt has come since. */
    synchronized boolean isInterrupted() {
        return isInterrupted;
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
            prompted(text.equals(CONTINUATION));
            return;
        }
        takeTyped();
        int echoed = echoed(text);
        echo.delete(0, echoed);
        printed(text.substring(echoed));
    }

    private void printed(String text) {
        String printed = text.replace("\r", "");
        if (!printed.isEmpty() && !isStarting) {
            listener.accept(new TypedShell.Event.Printed(printed));
        }
    }

    /** The listener is told without the lock: it may just be typing, or interrupting. */
    private void prompted(boolean isContinuation) {
        boolean rests;
        synchronized (this) {
            prompts = Math.max(0, prompts - 1);
            isStarting = false;
            if (prompts > 0 || isResting) {
                return;
            }
            continues = isContinuation;
            rests = isInterrupted;
            isResting = isInterrupted;
            isInterrupted = false;
        }
        typed.clear();
        echo.setLength(0);
        if (rests) {
            Thread.ofPlatform().daemon().name("kata-shell-rest").start(() -> rest(isContinuation));
        } else {
            listener.accept(new TypedShell.Event.Waits(isContinuation));
        }
    }

    private void rest(boolean isContinuation) {
        try {
            Thread.sleep(REST);
            interrupts.awaitEnd();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (endRest()) {
            listener.accept(new TypedShell.Event.Waits(isContinuation));
        }
    }

    /** Tells whether the prompt counts: that of a shell which a failed interrupt ends does not. */
    private synchronized boolean endRest() {
        boolean counts = isResting;
        isResting = false;
        return counts;
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
