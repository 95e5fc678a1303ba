// Task 1: whatever the limiter is made of.
package limiter;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What clients were allowed, as a value.
 *
 * @param inOrder every permit that still counts, the oldest first
 */
record Permits(List<Permit> inOrder) {

    record Permit(String client, Instant given) {}

    static Permits none() {
        return new Permits(List.of());
    }

    /** Returns those that were given later than at this moment. */
    Permits givenAfter(Instant moment) {
        return new Permits(
                inOrder.stream().dropWhile(permit -> !permit.given().isAfter(moment)).toList());
    }

    /** Returns when a client was given its permits, in order. */
    List<Instant> of(String client) {
        return inOrder.stream()
                .filter(permit -> permit.client() == client)
                .map(Permit::given)
                .toList();
    }

    Permits with(String client, Instant given) {
        return new Permits(
                Stream.concat(inOrder.stream(), Stream.of(new Permit(client, given))).toList());
    }

    Permits without(String client) {
        return new Permits(
                inOrder.stream().filter(permit -> !permit.client().equals(client)).toList());
    }

    int clients() {
        return (int) inOrder.stream().map(Permit::client).distinct().count();
    }
}
// End of task 1.
