package otp.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts the ends among the events of a group. Nothing decides which of several children goes first
 * that are ended at once: by a dynamic supervisor, or by the loss of their supervisor.
 */
final class Ends {

    private Ends() {}

    /** Sorts each run of ends by reference, and leaves all else where it is. */
    static List<Event> sorted(List<Event> events) {
        List<Event> sorted = new ArrayList<>(events);
        int first = 0;
        while (first < sorted.size()) {
            int next = first + 1;
            if (sorted.get(first).isEnd()) {
                while (next < sorted.size() && sorted.get(next).isEnd()) {
                    next++;
                }
                sorted.subList(first, next).sort(Comparator.comparing(Event::reference));
            }
            first = next;
        }
        return sorted;
    }
}
