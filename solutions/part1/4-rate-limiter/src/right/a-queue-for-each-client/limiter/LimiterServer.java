package limiter;

import otp.Call;
import otp.Cast;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** One process, which keeps a queue of permits for each client. */
class LimiterServer extends GenServer<LimiterServer.Envelope, Map<String, Deque<Instant>>> {

    interface Kinds {
        record Take(String who) implements Envelope, Call<Decision> {}

        record Clear(String who) implements Envelope, Cast {}

        record Size() implements Envelope, Call<Integer> {}
    }

    sealed interface Envelope permits Kinds.Take, Kinds.Clear, Kinds.Size {}

    final int limit;
    final Duration window;
    final InstantSource clock;

    LimiterServer(int limit, Duration window, InstantSource clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    static RateLimiter start(int limit, Duration window, InstantSource clock) {
        Pid<Envelope> server = GenServer.start(() -> new LimiterServer(limit, window, clock)).pid();
        return new RateLimiter() {
            @Override
            public Decision tryAcquire(String client) {
                if (client == null) {
                    throw new NullPointerException();
                }
                return call(server, new Kinds.Take(client));
            }

            @Override
            public void reset(String client) {
                cast(server, new Kinds.Clear(client.toString()));
            }

            @Override
            public int clients() {
                return call(server, new Kinds.Size());
            }
        };
    }

    @Override
    protected Init<Map<String, Deque<Instant>>> init() {
        return ok(new HashMap<>());
    }

    @Override
    protected Next<Map<String, Deque<Instant>>> handle(
            Envelope message, Map<String, Deque<Instant>> all) {
        switch (message) {
            case Kinds.Take take -> {
                Instant now = clock.instant();
                Deque<Instant> mine = all.computeIfAbsent(take.who(), _ -> new ArrayDeque<>());
                while (!mine.isEmpty() && !mine.peekFirst().plus(window).isAfter(now)) {
                    mine.pollFirst();
                }
                if (mine.size() >= limit) {
                    return reply(
                            take,
                            new Decision.Refused(
                                    Duration.between(now, mine.peekFirst().plus(window))),
                            all);
                }
                mine.addLast(now);
                return reply(take, new Decision.Allowed(limit - mine.size()), all);
            }
            case Kinds.Clear(String who) -> all.remove(who);
            case Kinds.Size size -> {
                Instant now = clock.instant();
                all.values().removeIf(mine -> !mine.peekLast().plus(window).isAfter(now));
                return reply(size, all.size(), all);
            }
        }
        return noreply(all);
    }
}
