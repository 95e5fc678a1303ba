package board;

import otp.Ets;
import otp.EtsName;
import otp.GenServer;
import otp.Name;
import otp.Tuple;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** Asks the adder for changes, and reads the totals itself. */
record HeirBoard(Name<Adder.Message> adder, EtsName<String, Long> totals) implements Leaderboard {

    @Override
    public long score(String player, long points) {
        Objects.requireNonNull(player, "points need a player");
        if (points < 1) {
            throw new IllegalArgumentException("points must be positive: " + points);
        }
        return GenServer.call(adder, new Adder.Score(player, points));
    }

    @Override
    public List<Standing> top(int count) {
        return Ets.tab2list(totals).stream()
                .map(row -> new Standing(row.key(), row.value()))
                .sorted(
                        Comparator.comparing(Standing::points)
                                .reversed()
                                .thenComparing(Standing::player))
                .limit(count)
                .toList();
    }

    @Override
    public OptionalInt rank(String player) {
        return Ets.lookup(totals, player).stream()
                .mapToLong(Tuple::value)
                .mapToInt(points -> 1 + Ets.selectCount(totals, row -> row.value() > points))
                .findFirst();
    }
}
