// Task 1: whatever the board is made of.
package board;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What each player has, for all who hold it. */
record Scores(Map<String, Long> totals) {

    static Scores of(String board) {
        return new Scores(new HashMap<>());
    }

    void create() {}

    void restoreOrder() {}

    long total(String player) {
        return totals.getOrDefault(player, 0L);
    }

    void setTotal(String player, long before, long total) {
        totals.put(player, total);
    }

    List<Standing> top(int count) {
        return totals.entrySet().stream()
                .map(entry -> new Standing(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparing(Standing::points)
                                .reversed()
                                .thenComparing(Standing::player))
                .limit(count)
                .toList();
    }

    OptionalInt rank(String player) {
        long points = total(player);
        return points == 0
                ? OptionalInt.empty()
                : OptionalInt.of(
                        1 + (int) totals.values().stream().filter(all -> all > points).count());
    }
}
// End of task 1.
