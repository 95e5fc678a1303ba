// Task 1: whatever the limiter is made of.
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
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** One process, which decides for all clients. */
final class LimiterServer extends GenServer<LimiterServer.Message, Permits> {

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

    private final Lock lock = new ReentrantLock();
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
    protected Init<Permits> init() {
        return ok(Permits.none());
    }

    @Override
    protected Next<Permits> handle(Message message, Permits all) {
        lock.lock();
        try {
            return next(message, all);
        } finally {
            lock.unlock();
        }
    }

    private Next<Permits> next(Message message, Permits all) {
        Instant now = clock.instant();
        Permits permits = all.givenAfter(now.minus(window));
        return switch (message) {
            case TryAcquire request -> decide(request, permits, now);
            case Reset(String client) -> noreply(permits.without(client));
            case CountClients request -> reply(request, permits.clients(), permits);
        };
    }

    private Next<Permits> decide(TryAcquire request, Permits permits, Instant now) {
        List<Instant> given = permits.of(request.client());
        int left = limit - given.size();
        if (left == 0) {
            Duration wait = Duration.between(now, given.getFirst().plus(window));
            return reply(request, new Refused(wait), permits);
        }
        return reply(request, new Allowed(left - 1), permits.with(request.client(), now));
    }
}
// End of task 1.
