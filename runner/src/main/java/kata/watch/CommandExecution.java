package kata.watch;

import kata.terminal.Answers;
import kata.terminal.Terminal;

import java.io.StringWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * A command of the watch, in a thread of its own: keys and saves are heard while it works, and
 * while it waits for an answer.
 */
final class CommandExecution implements Answers {

    private final StringWriter text = new StringWriter();
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private final Consumer<Event> events;
    private volatile boolean asks;
    private volatile boolean isRunning = true;
    private boolean inputHasEnded;

    private CommandExecution(Consumer<Event> events) {
        this.events = events;
    }

    /**
     * Starts a command. Does not wait.
     *
     * @param terminal what the command's own terminal is like
     * @param command prints to the terminal that it is given
     */
    static CommandExecution start(
            Consumer<Terminal> command, Terminal terminal, Consumer<Event> events) {
        var execution = new CommandExecution(events);
        Terminal own = terminal.onto(execution.text).answeredBy(execution, Optional.empty());
        Thread.ofPlatform().daemon().name("kata-command").start(() -> execution.run(command, own));
        return execution;
    }

    private void run(Consumer<Terminal> command, Terminal own) {
        try {
            command.accept(own);
        } catch (RuntimeException | Error failure) {
            own.line("%s", Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
        } finally {
            asks = false;
            isRunning = false;
            events.accept(new Event.Printed(this));
        }
    }

    @Override
    public Optional<String> next() {
        if (!beginsToAsk()) {
            return Optional.empty();
        }
        events.accept(new Event.Printed(this));
        try {
            return answers.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A question that is declined in this very moment is not asked any more. */
    private synchronized boolean beginsToAsk() {
        asks = !inputHasEnded;
        return asks;
    }

    /** Answers the question that it asks. */
    void answer(String line) {
        asks = false;
        text.append(line).append("\n");
        answers.add(Optional.of(line));
    }

    /** Declines what it asks, and whatever it will ask. */
    synchronized void endInput() {
        inputHasEnded = true;
        asks = false;
        answers.add(Optional.empty());
    }

    boolean isRunning() {
        return isRunning;
    }

    boolean asks() {
        return asks;
    }

    String text() {
        return text.toString();
    }
}
