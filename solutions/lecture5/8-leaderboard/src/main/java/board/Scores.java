// Task 1: whatever the board is made of.
package board;

import otp.Ets;
import otp.EtsAccess;
import otp.EtsName;
import otp.EtsOptions;
import otp.Tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The tables of a board: what each player has, and the players in order. The totals are what
 * counts; the order can be made from them.
 */
record Scores(EtsName<String, Long> totals, EtsName<Scores.Place, String> order) {

    /** A key whose order is that of the board. */
    record Place(long points, String player) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byPoints = Long.compare(other.points, points);
            return byPoints == 0 ? player.compareTo(other.player) : byPoints;
        }
    }

    static Scores of(String board) {
        return new Scores(new EtsName<>(board + " totals"), new EtsName<>(board + " order"));
    }

    void create() {
        Ets.create(totals, EtsOptions.set().access(EtsAccess.PUBLIC));
        Ets.create(order, EtsOptions.orderedSet().access(EtsAccess.PUBLIC));
    }

    /** Makes the order again, from what a worker has left that was killed over its work. */
    void restoreOrder() {
        Ets.tab2list(totals).forEach(row -> place(new Place(row.value(), row.key())));
        Ets.selectDelete(order, row -> row.key().points() != total(row.value()));
    }

    long total(String player) {
        return Ets.lookup(totals, player).stream().mapToLong(Tuple::value).findFirst().orElse(0);
    }

    /** Changes a total. Readers find a player twice for a moment, but never not at all. */
    void setTotal(String player, long before, long total) {
        Ets.insert(totals, Tuple.of(player, total));
        place(new Place(total, player));
        Ets.delete(order, new Place(before, player));
    }

    private void place(Place place) {
        Ets.insert(order, Tuple.of(place, place.player()));
    }

    /** Looks at one moment: a walk would miss a player who passes it on the way up. */
    List<Standing> top(int count) {
        Map<String, Standing> best = new LinkedHashMap<>();
        for (Tuple<Place, String> row : Ets.tab2list(order)) {
            best.putIfAbsent(row.value(), new Standing(row.value(), row.key().points()));
        }
        return best.values().stream().limit(count).toList();
    }

    OptionalInt rank(String player) {
        long points = total(player);
        return points == 0
                ? OptionalInt.empty()
                : OptionalInt.of(1 + Ets.selectCount(totals, row -> row.value() > points));
    }
}
// End of task 1.
