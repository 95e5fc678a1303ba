package kata.watch;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * What was typed, and has not been heard yet. It waits while a command works that may be about to
 * ask: then it belongs to the question.
 */
final class TypedAhead {

    private final Queue<Event.Typed> events = new ArrayDeque<>();

    /**
     * Not what the command says of itself, which is ahead of its events: they have to be heard
     * first.
     */
    private boolean isHeld;

    void add(Event.Typed event) {
        events.add(event);
    }

    /** Returns what was typed first, and forgets it; nothing while it is held. */
    Optional<Event.Typed> next() {
        return isHeld ? Optional.empty() : Optional.ofNullable(events.poll());
    }

    /** A command has begun, or goes on: it may ask. */
    void hold() {
        isHeld = true;
    }

    /** The command asks, or has ended. */
    void release() {
        isHeld = false;
    }

    /** Forgets the keys, here and among events. That the input has ended is not said again. */
    void forgetKeys(Queue<Event> others) {
        events.removeIf(TypedAhead::isKey);
        others.removeIf(TypedAhead::isKey);
    }

    private static boolean isKey(Event event) {
        return event instanceof Event.Key || event instanceof Event.Pasted;
    }
}
