package kata.page;

import kata.lesson.Exchange;
import kata.lesson.ExchangeComparison;
import kata.stage.KataException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What was typed into a stage's shell and printed there, and what waits to be typed. */
final class Transcript {

    private static final int MOST_ENTRIES = 500;
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_WAITING = 200;

    /** What jshell says when its process has ended; the page says more. */
    private static final Pattern TERMINATED =
            Pattern.compile("\\|  State engine terminated\\.\n\\|  Restore definitions with: .*\n");

    /** What the observer says at the beginning of the next process. */
    private static final Pattern OBSERVER = Pattern.compile("The observer is at .*\n");

    private static final String HAS_ENDED =
            "The program has ended here, by System.exit or because it was stopped. A new one has"
                    + " begun: what was defined before is gone.";

    /** jshell counts its results, and lines of one's own shift the numbers. */
    private static final Pattern RESULT = Pattern.compile("(?m)^\\$\\d+ ==>");

    private final List<Entry> entries = new ArrayList<>();
    private final Deque<Entry> waiting = new ArrayDeque<>();

    /** The lesson's exchanges that have been typed, and are still true. */
    private final Set<Integer> done = new HashSet<>();

    private ExchangeComparison comparison = new ExchangeComparison();
    private Optional<Entry> current = Optional.empty();
    private int typed;

    /** Begins anew. */
    void clear() {
        entries.clear();
        typed = 0;
        forget();
    }

    /** What was run before is not there any more. */
    private void forget() {
        waiting.clear();
        done.clear();
        current = Optional.empty();
        comparison = new ExchangeComparison();
    }

    boolean isDone(int exchange) {
        return done.contains(exchange);
    }

    /**
     * Adds lines that are to be typed when their time has come.
     *
     * @throws KataException if so many wait that more of them are surely not meant
     */
    void add(Optional<Integer> exchange, List<String> lines) {
        if (waiting.size() >= MOST_WAITING) {
            throw new KataException(
                    "%d lines wait for what runs: stop it first".formatted(MOST_WAITING));
        }
        exchange.ifPresent(done::add);
        var entry = new Entry(typed++, exchange, lines);
        entries.add(entry);
        waiting.add(entry);
        forgetOldest();
    }

    /** Keeps what was typed last, and what it printed. */
    private void forgetOldest() {
        int characters = entries.stream().mapToInt(Entry::length).sum();
        while (entries.size() > MOST_ENTRIES
                || characters > MOST_CHARACTERS && !entries.getFirst().isRunning()) {
            characters -= entries.removeFirst().length();
        }
    }

    /** Returns the lines to type now; what is printed from now on is about them. */
    Optional<List<String>> next() {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        current = Optional.of(waiting.poll());
        return current.map(Entry::typed);
    }

    /** Gives up what waits. */
    void stop() {
        waiting.forEach(entry -> {
            entry.end("Not run: it was stopped before.");
            entry.exchange().ifPresent(done::remove);
        });
        waiting.clear();
    }

    /** Notes what was printed, be it by something that still runs from before. */
    void printed(String text) {
        current.ifPresent(entry -> {
            entry.append(text);
            forgetOldest();
            if (!entry.isRunning()) {
                lose(entry);
            }
        });
    }

    /** Notes that the program has ended, if it has; tells whether it has. */
    private boolean lose(Entry entry) {
        if (!entry.remove(TERMINATED)) {
            return false;
        }
        entry.remove(OBSERVER);
        entry.end(HAS_ENDED);
        stop();
        forget();
        return true;
    }

    /**
     * Notes that what was typed has come to its end.
     *
     * @param note what has become of it; empty if there is nothing to say
     * @param lesson returns the exchanges that the lesson shows
     */
    void end(String note, Supplier<List<Exchange>> lesson) {
        Optional<Entry> running = current.filter(Entry::isRunning);
        if (running.isEmpty() || lose(running.get())) {
            return;
        }
        Entry entry = running.get();
        entry.end(note);
        if (note.isEmpty()) {
            entry.exchange()
                    .flatMap(index -> shown(index, lesson))
                    .ifPresent(shown -> compare(entry, shown));
        }
    }

    /** The lesson may have been changed, or deleted, since its line was typed. */
    private static Optional<Exchange> shown(int index, Supplier<List<Exchange>> lesson) {
        try {
            return lesson.get().stream().skip(index).findFirst();
        } catch (KataException unreadable) {
            return Optional.empty();
        }
    }

    private void compare(Entry entry, Exchange shown) {
        List<String> lines = shown.lines().stream().map(Transcript::withoutNumber).toList();
        entry.compared(
                comparison.compare(
                        new Exchange(shown.firstLine(), lines),
                        Exchange.of(entry.typed(), withoutNumber(entry.text()))));
    }

    private static String withoutNumber(String text) {
        return RESULT.matcher(text).replaceAll("\\$ ==>");
    }

    List<Map<String, Object>> whole() {
        return entries.stream().map(Entry::whole).toList();
    }

    /** Returns the number of the first entry that is kept. */
    int first() {
        return entries.isEmpty() ? 0 : entries.getFirst().number();
    }

    /** Returns what has changed since the last time. */
    List<Map<String, Object>> changes() {
        return entries.stream().filter(Entry::isChanged).map(Entry::change).toList();
    }
}
