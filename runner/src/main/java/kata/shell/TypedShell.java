package kata.shell;

import jdk.jshell.tool.JavaShellToolBuilder;

import kata.stage.KataException;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * A shell in which the observer runs, and into which a program types. What is typed runs in a
 * process of its own: when that ends, the shell begins another by itself.
 */
public final class TypedShell implements AutoCloseable {

    /** Ends what runs, and what has been typed so far and is not whole, as Control-C does. */
    private static final int INTERRUPT = 3;

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int END = -1;

    /** Another shell is begun then; a stack trace of the JDK's would tell nobody anything. */
    private static final Thread.UncaughtExceptionHandler AN_INTERRUPT_HAS_FAILED =
            (reader, failure) -> {};

    /** What the shell itself says when the process ends in which it runs what is typed. */
    private static final String TERMINATED =
            "|  State engine terminated.\n|  Restore definitions with: /reload -restore\n";

    /** What comes of what is typed. */
    public sealed interface Event {

        /** The shell, or the code that it runs, has printed something. */
        record Printed(String text) implements Event {}

        /**
         * The shell waits for the next line.
         *
         * @param continues whether what was typed last goes on there
         */
        record Waits(boolean continues) implements Event {}

        /** The shell has ended. */
        record Ended() implements Event {}
    }

    private final BlockingQueue<Integer> keys = new LinkedBlockingQueue<>();
    private final Path address;
    private final Consumer<Event> listener;
    private final ShellOutput output;
    private final Interrupts interrupts = new Interrupts();

    private TypedShell(Path address, Consumer<Event> listener) {
        this.address = address;
        this.listener = listener;
        this.output = new ShellOutput(interrupts, listener);
    }

    /**
     * Starts a shell. Does not wait for it: the listener hears when it waits for the first line.
     *
     * @param shell the shell, with an observer that writes its address and its process's number to
     *     the file
     * @param address that file
     * @param listener hears what comes of what is typed, in threads of the shell
     */
    public static TypedShell start(StageShell shell, Path address, Consumer<Event> listener) {
        var typed = new TypedShell(address, listener);
        Thread.ofPlatform().daemon().name("kata-shell").start(() -> typed.run(shell));
        return typed;
    }

    private void run(StageShell shell) {
        try {
            interact(shell);
            while (interrupts.areUnderWay() && !keys.contains(END)) {
                beginAnew();
                interact(shell);
            }
        } catch (KataException failure) {
            listener.accept(new Event.Printed("|  %s%n".formatted(failure.getMessage())));
        } finally {
            interrupts.forget();
            kill();
            listener.accept(new Event.Ended());
        }
    }

    private void interact(StageShell shell) {
        try (PrintStream printer = utf8(output.ofShell());
                PrintStream code = utf8(output.ofCode())) {
            JavaShellToolBuilder tool = StageShell.builder();
            shell.start(
                    tool.in(new Keys(), null)
                            .out(printer, printer, code)
                            .err(printer, code)
                            .promptCapture(true));
        }
    }

    /** A failed interrupt has ended the shell. To who types, it has lost its process as always. */
    private void beginAnew() {
        keys.removeIf(key -> key != END);
        output.beginAnew();
        interrupts.forget();
        listener.accept(new Event.Printed(TERMINATED));
    }

    private static PrintStream utf8(OutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    /** Types lines, one after the other. Does not wait. */
    public void type(List<String> lines) {
        List<String> typed = lines.stream().map(TypedShell::withoutControls).toList();
        // All of them first: the prompt behind the first line must not be taken for the last one.
        output.expect(typed);
        typed.forEach(this::press);
    }

    private void press(String line) {
        for (byte key : (line + "\n").getBytes(StandardCharsets.UTF_8)) {
            keys.add(key & 0xff);
        }
    }

    /** To the shell, control characters are keys, such as Tab. */
    private static String withoutControls(String line) {
        return line.replace('\t', ' ').replaceAll("\\p{Cntrl}", "");
    }

    /**
     * Ends what runs if it lets itself be ended, and keeps what is defined. By force, ends the
     * process in which it runs, and waits as {@link #close} does.
     */
    public void stop(boolean byForce) {
        if (byForce) {
            kill();
            return;
        }
        if (output.isInterrupted()) {
            return;
        }
        output.expectInterrupt();
        interrupts.want();
        Thread.ofPlatform().daemon().name("kata-shell-stop").start(this::interrupt);
    }

    /** A shell that has not quite begun with what it was given does not hear the first time. */
    private void interrupt() {
        try {
            while (isToBeInterrupted()) {
                keys.add(INTERRUPT);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is typed after a prompt is not what was to be interrupted before it. */
    private boolean isToBeInterrupted() {
        return output.isInterrupted() && interrupts.areWanted();
    }

    private void kill() {
        interrupts.giveUp();
        new ObserverAddress(address)
                .process()
                .ifPresent(program -> {
                    program.descendants().forEach(ProcessHandle::destroyForcibly);
                    program.destroyForcibly();
                });
    }

    /**
     * Ends the shell, whatever runs in it. Waits while the shell deals with an interrupt, a second
     * at most.
     */
    @Override
    public void close() {
        keys.add(END);
        kill();
    }

    /** What the shell reads, key by key. */
    private final class Keys extends InputStream {

        @Override
        public int read() {
            Thread.currentThread().setUncaughtExceptionHandler(AN_INTERRUPT_HAS_FAILED);
            interrupts.end();
            try {
                int key = keys.take();
                while (key == INTERRUPT && !mayInterrupt()) {
                    key = keys.take();
                }
                if (key == END) {
                    keys.add(END);
                }
                return key;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return END;
            }
        }

        private boolean mayInterrupt() {
            return output.isInterrupted() && interrupts.begin();
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            int key = length == 0 ? END : read();
            if (key == END) {
                return END;
            }
            buffer[from] = (byte) key;
            return 1;
        }
    }
}
