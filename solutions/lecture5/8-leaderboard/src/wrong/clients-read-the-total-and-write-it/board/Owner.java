package board;

import otp.Ets;
import otp.EtsAccess;
import otp.EtsName;
import otp.EtsOptions;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Tuple;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** The one process of a board: it owns the table that clients read and write. */
final class Owner extends GenServer<Void, Void> {

    private record CountedBoard(EtsName<String, Long> totals) implements Leaderboard {

        private static final Comparator<Standing> BEST_FIRST =
                Comparator.comparing(Standing::points).reversed().thenComparing(Standing::player);

        @Override
        public long score(String player, long points) {
            Objects.requireNonNull(player, "points need a player");
            if (points < 1) {
                throw new IllegalArgumentException("points must be positive: " + points);
            }
            long total = Math.addExact(total(player), points);
            Ets.insert(totals, Tuple.of(player, total));
            return total;
        }

        @Override
        public List<Standing> top(int count) {
            return Ets.tab2list(totals).stream()
                    .map(row -> new Standing(row.key(), row.value()))
                    .sorted(BEST_FIRST)
                    .limit(count)
                    .toList();
        }

        private long total(String player) {
            return Ets.lookup(totals, player).stream()
                    .mapToLong(Tuple::value)
                    .findFirst()
                    .orElse(0);
        }

        @Override
        public OptionalInt rank(String player) {
            return Ets.lookup(totals, player).stream()
                    .mapToLong(Tuple::value)
                    .mapToInt(points -> 1 + Ets.selectCount(totals, row -> row.value() > points))
                    .findFirst();
        }
    }

    private final EtsName<String, Long> totals;

    private Owner(EtsName<String, Long> totals) {
        this.totals = totals;
    }

    static Leaderboard startLink(String name) {
        EtsName<String, Long> totals = new EtsName<>(name);
        startLink(() -> new Owner(totals)).pid();
        return new CountedBoard(totals);
    }

    @Override
    protected Init<Void> init() {
        Ets.create(totals, EtsOptions.set().access(EtsAccess.PUBLIC));
        return ok(null);
    }

    @Override
    protected Next<Void> handle(Void message, Void state) {
        return noreply(state);
    }
}
