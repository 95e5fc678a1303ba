package gates.sequence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings events into an order that does not depend on luck. What each process does stays in its
 * order, and what causes something comes before it. Where two processes are free to run, the one
 * goes first that could go on first, and runs until it has to wait: as on one slow core.
 */
final class CausalOrder {

    private final Map<String, List<Event>> ofActors = new LinkedHashMap<>();
    private final Map<Event, Set<Event>> causes = new HashMap<>();

    private CausalOrder(List<Event> events) {
        events.forEach(event -> add(event, events));
    }

    /** Returns the events in order. */
    static List<Event> of(List<Event> events) {
        return new CausalOrder(events).order();
    }

    /** Returns the events that the last one depends on, and that one. */
    static List<Event> upTo(Event last, List<Event> events) {
        var order = new CausalOrder(events);
        Set<Event> past = new HashSet<>();
        Deque<Event> open = new ArrayDeque<>(List.of(last));
        while (!open.isEmpty()) {
            Event event = open.pop();
            if (past.add(event)) {
                open.addAll(order.causes.get(event));
            }
        }
        return events.stream().filter(past::contains).toList();
    }

    private void add(Event event, List<Event> events) {
        Set<Event> before = new HashSet<>();
        List<Event> own = ofActors.computeIfAbsent(event.actor(), _ -> new ArrayList<>());
        if (!own.isEmpty()) {
            before.add(own.getLast());
        }
        own.add(event);
        for (Event other : events) {
            if (other.equals(event)) {
                break;
            }
            if (isCause(other, event)) {
                before.add(other);
            }
        }
        causes.put(event, before);
    }

    private static boolean isCause(Event other, Event event) {
        boolean isStart = other.kind() == Event.Kind.STARTED && other.other().equals(event.actor());
        boolean isSending =
                event.kind() == Event.Kind.TAKEN
                        && other.kind() == Event.Kind.SENT
                        && other.message().equals(event.message());
        boolean isEnding = event.kind() == Event.Kind.ENDED && other.isSignalTo(event.actor());
        return isStart || isSending || isEnding || event.isAfterAll();
    }

    private List<Event> order() {
        List<Event> ordered = new ArrayList<>();
        Set<Event> done = new HashSet<>();
        Map<String, Integer> next = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        enqueue(ready, next, done);
        while (!ready.isEmpty()) {
            String actor = ready.peek();
            List<Event> own = ofActors.get(actor);
            int index = next.getOrDefault(actor, 0);
            if (index < own.size() && done.containsAll(causes.get(own.get(index)))) {
                ordered.add(own.get(index));
                done.add(own.get(index));
                next.put(actor, index + 1);
                enqueue(ready, next, done);
            } else {
                ready.remove();
            }
        }
        return ordered;
    }

    /** Has those wait in line that can go on now. */
    private void enqueue(Deque<String> ready, Map<String, Integer> next, Set<Event> done) {
        ofActors.forEach((actor, own) -> {
            int index = next.getOrDefault(actor, 0);
            if (!ready.contains(actor)
                    && index < own.size()
                    && done.containsAll(causes.get(own.get(index)))) {
                ready.add(actor);
            }
        });
    }
}
