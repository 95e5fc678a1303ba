package kata.shell;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Reads what a shell prints to a program: takes out the signs that stand for its prompts, and the
 * echo of what was typed.
 */
final class ShellOutput extends OutputStream {

    // What jshell prints in place of its prompts when a program listens.
    private static final String PROMPT = "\u0005";
    private static final String CONTINUATION = "\u0006";

    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);

    /** After an interrupt there may be one more prompt, at once: that of the interrupt itself. */
    private static final Duration REST = Duration.ofMillis(200);

    /** Lines that are typed and not echoed yet; who types must not wait for who prints. */
    private final Queue<String> typed = new ConcurrentLinkedQueue<>();

    private final StringBuilder echo = new StringBuilder();
    private final Consumer<TypedShell.Event> listener;

    /** Bytes of a character that is not whole yet. */
    private ByteBuffer rest = ByteBuffer.allocate(0);

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

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        ByteBuffer all = ByteBuffer.allocate(rest.remaining() + length);
        all.put(rest).put(bytes, from, length).flip();
        CharBuffer text = CharBuffer.allocate(all.remaining());
        decoder.decode(all, text, false);
        rest = all.slice();
        read(text.flip().toString());
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
        String printed = text.substring(echoed).replace("\r", "");
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
