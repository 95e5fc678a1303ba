package limiter;

import limiter.Decision.Allowed;
import limiter.Decision.Refused;

import otp.Call;
import otp.Cast;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One process, which decides for all clients. */
final class LimiterServer extends GenServer<LimiterServer.Message, Boolean> {

    sealed interface Message {}

    record TryAcquire(String client) implements Message, Call<Decision> {
        TryAcquire {
            Objects.requireNonNull(client, "a request needs a client");
        }
    }

    record Reset(String client) implements Message, Cast {
        Reset {
            Objects.requireNonNull(client, "a reset needs a client");
        }
    }

    record CountClients() implements Message, Call<Integer> {}

    private record Interface(Pid<Message> server) implements RateLimiter {

        @Override
        public Decision tryAcquire(String client) {
            return call(server, new TryAcquire(client));
        }

        @Override
        public void reset(String client) {
            cast(server, new Reset(client));
        }

        @Override
        public int clients() {
            return call(server, new CountClients());
        }
    }

    private static final Map<Pid<?>, Permits> PERMITS = new HashMap<>();

    private final int limit;
    private final Duration window;
    private final InstantSource clock;

    private LimiterServer(int limit, Duration window, InstantSource clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    static RateLimiter start(int limit, Duration window, InstantSource clock) {
        return new Interface(start(() -> new LimiterServer(limit, window, clock)).pid());
    }

    @Override
    protected Init<Boolean> init() {
        return ok(true);
    }

    @Override
    protected Next<Boolean> handle(Message message, Boolean isRunning) {
        Instant now = clock.instant();
        Permits permits =
                PERMITS.getOrDefault(self(), Permits.none()).givenAfter(now.minus(window));
        PERMITS.put(self(), permits);
        return switch (message) {
            case TryAcquire request -> decide(request, permits, now);
            case Reset(String client) -> {
                PERMITS.put(self(), permits.without(client));
                yield noreply(isRunning);
            }
            case CountClients request -> reply(request, permits.clients(), isRunning);
        };
    }

    private Next<Boolean> decide(TryAcquire request, Permits permits, Instant now) {
        List<Instant> given = permits.of(request.client());
        int left = limit - given.size();
        if (left == 0) {
            Duration wait = Duration.between(now, given.getFirst().plus(window));
            return reply(request, new Refused(wait), true);
        }
        PERMITS.put(self(), permits.with(request.client(), now));
        return reply(request, new Allowed(left - 1), true);
    }
}
