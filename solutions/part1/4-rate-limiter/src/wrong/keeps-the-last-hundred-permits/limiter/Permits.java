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
                .filter(permit -> permit.client().equals(client))
                .map(Permit::given)
                .toList();
    }

    Permits with(String client, Instant given) {
        List<Permit> all =
                Stream.concat(inOrder.stream(), Stream.of(new Permit(client, given))).toList();
        return new Permits(all.subList(Math.max(0, all.size() - 100), all.size()));
    }

    Permits without(String client) {
        return new Permits(
                inOrder.stream().filter(permit -> !permit.client().equals(client)).toList());
    }

    int clients() {
        return (int) inOrder.stream().map(Permit::client).distinct().count();
    }
}
