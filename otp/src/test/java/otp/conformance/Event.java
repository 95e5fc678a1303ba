package otp.conformance;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that a process of a scenario did.
 *
 * @param group the events that this one is in order with
 * @param terms what is told of it: its kind, the reference of its process, and details
 */
public record Event(Group group, List<Object> terms) {

    private static final Set<Object> RECEIVING = Set.of("got", "called", "info");

    /** Creates the event that a process has been started, or has failed to start. */
    public static Event start(Group group, String reference, Object result) {
        return new Event(group, List.of("start", reference, result));
    }

    /** Creates the event that a process cleans up before it ends. */
    public static Event terminate(Group group, String reference, Object reason) {
        return new Event(group, List.of("terminate", reference, reason));
    }

    /** Creates the event that a process that traps exits was sent an exit signal. */
    public static Event info(Group group, String reference, Object reason) {
        return new Event(group, List.of("info", reference, reason));
    }

    /** Creates any event of a process. */
    public static Event of(Group group, String kind, String reference, Object... details) {
        return new Event(
                group, Stream.concat(Stream.of(kind, reference), Stream.of(details)).toList());
    }

    boolean isEnd() {
        return terms.getFirst().equals("terminate");
    }

    /** Whether a process still sees a message when a signal is about to end it is luck. */
    boolean isReceivedByOneOf(Set<String> dead) {
        return RECEIVING.contains(terms.getFirst()) && dead.contains(reference());
    }

    String reference() {
        return (String) terms.get(1);
    }
}
