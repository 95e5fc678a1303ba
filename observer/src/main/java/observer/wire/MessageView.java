package observer.wire;

/**
 * A message as a page shows it.
 *
 * @param n tells it from all others
 * @param from its sender; null if that is no process, as for a timer's
 * @param to its receiver; null if that is a thread that is no process
 * @param kind what it is: call, cast, reply, plain, exit, down or timer
 * @param text what it says, cut
 * @param sent when it was sent, in milliseconds
 * @param taken when its receiver took it; null if it has not
 * @param lost whether the receiver ended without taking it
 * @param answers of a reply: the message that it answers; null otherwise
 * @param fromTitle what a person calls the sender; null if it has none
 * @param toTitle what a person calls the receiver
 */
public record MessageView(
        long n,
        Long from,
        Long to,
        String kind,
        String text,
        double sent,
        Double taken,
        boolean lost,
        Long answers,
        String fromTitle,
        String toTitle) {}
