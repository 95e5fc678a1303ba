package observer.model;

import observer.wire.LogEntry;
import observer.wire.Outcome;
import observer.wire.Outcome.Verdict;

import otp.TraceEvent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The levers that were pulled, and what came of them. */
final class LeverPulls {

    private static final int MOST_OUTCOMES = 20;

    private final Nodes nodes;
    private final ShownProcesses shown;
    private final Journal journal;
    private final List<LeverPull> open = new ArrayList<>();
    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private long last;

    LeverPulls(Nodes nodes, ShownProcesses shown, Journal journal) {
        this.nodes = nodes;
        this.shown = shown;
        this.journal = journal;
    }

    /**
     * Notes a lever, and begins to watch what comes of it if it may end processes. Returns its
     * number; nothing if the process has left the picture.
     */
    OptionalLong begin(
            String lever, long id, boolean ends, Map<Long, Verdict> predicted, double now) {
        Optional<Node> found = nodes.find(id);
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        Node target = found.get();
        last++;
        if (ends) {
            Map<Node, Verdict> known = new LinkedHashMap<>();
            predicted.forEach((each, verdict) ->
                    nodes.find(each).ifPresent(node -> known.put(node, verdict)));
            open.add(new LeverPull(last, lever, target, known, nodes, shown.everybody(), now));
        }
        String text = "%s %s.".formatted(Explanation.deed(lever), target.fullTitle());
        journal.add(now, LogEntry.Kind.LEVER, text, target, null);
        return OptionalLong.of(last);
    }

    /** Notes what is going to be folded. */
    void note(TraceEvent.What event, double time) {
        open.forEach(pull -> pull.note(event, time));
    }

    /** Ends those after which all has come to rest, and returns what came of them. */
    List<Outcome> takeOutcomes(double now) {
        List<LeverPull> over = open.stream().filter(pull -> pull.isOver(now)).toList();
        open.removeAll(over);
        List<Outcome> taken = over.stream().map(pull -> pull.outcome(now)).toList();
        outcomes.addAll(taken);
        while (outcomes.size() > MOST_OUTCOMES) {
            outcomes.removeFirst();
        }
        return taken;
    }

    List<Outcome> kept() {
        return List.copyOf(outcomes);
    }
}
