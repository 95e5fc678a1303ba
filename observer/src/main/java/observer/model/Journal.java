package observer.model;

import observer.wire.LogEntry;
import observer.wire.LogEntry.Kind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What has happened, in words, the newest kept. Where much happens at once, it is summed up. */
final class Journal {

    private static final int MOST = 200;
    private static final int MOST_AT_ONCE = 20;

    private final Deque<LogEntry> kept = new ArrayDeque<>();
    private final List<LogEntry> added = new ArrayList<>();

    /** How many entries of each kind have been kept since the last time. */
    private final Map<Kind, Integer> said = new EnumMap<>(Kind.class);

    /** How many more of each kind there would have been since then. */
    private final Map<Kind, Integer> unsaid = new EnumMap<>(Kind.class);

    private long last;

    /** Adds an entry about a process, and about another one that has to do with it. */
    void add(double time, Kind kind, String text, Node process, Node other) {
        if (said.merge(kind, 1, Integer::sum) <= MOST_AT_ONCE) {
            keep(new LogEntry(++last, time, kind, text, id(process), id(other)));
        } else {
            unsaid.merge(kind, 1, Integer::sum);
        }
    }

    private static Long id(Node node) {
        return node == null ? null : node.id;
    }

    private void keep(LogEntry entry) {
        added.add(entry);
        kept.addLast(entry);
        if (kept.size() > MOST) {
            kept.removeFirst();
        }
    }

    /** Returns what has been added since the last time. */
    List<LogEntry> takeAdded(double now) {
        unsaid.forEach((kind, number) ->
                keep(new LogEntry(++last, now, kind, summary(kind, number), null, null)));
        unsaid.clear();
        said.clear();
        List<LogEntry> taken = List.copyOf(added);
        added.clear();
        return taken;
    }

    private static String summary(Kind kind, int number) {
        String what =
                switch (kind) {
                    case STARTED -> "started";
                    case ENDED -> "ended";
                    case RESTARTED -> "came back";
                    case TABLE -> "changed";
                    case GAVE_UP, LEVER, DROPPED -> "did something";
                };
        String noun = kind == Kind.TABLE ? "table" : "process";
        String plural = kind == Kind.TABLE ? "tables" : "processes";
        return "And %d more %s %s.".formatted(number, number == 1 ? noun : plural, what);
    }

    List<LogEntry> kept() {
        return List.copyOf(kept);
    }
}
