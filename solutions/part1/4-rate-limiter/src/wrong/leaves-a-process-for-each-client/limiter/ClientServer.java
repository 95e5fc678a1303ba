package limiter;

import limiter.Decision.Allowed;
import limiter.Decision.Refused;

import otp.Call;
import otp.Cast;
import otp.From;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** Decides for one client; its state is when that client was allowed something. */
final class ClientServer extends GenServer<ClientServer.Message, Deque<Instant>> {

    sealed interface Message {}

    record TryAcquire(From<Decision> client) implements Message, Cast {}

    record IsIdle() implements Message, Call<Boolean> {}

    private final int limit;
    private final Duration window;
    private final InstantSource clock;

    private ClientServer(int limit, Duration window, InstantSource clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    static Pid<Message> start(int limit, Duration window, InstantSource clock) {
        return start(() -> new ClientServer(limit, window, clock)).pid();
    }

    static void tryAcquire(Pid<Message> server, From<Decision> client) {
        cast(server, new TryAcquire(client));
    }

    static boolean isIdle(Pid<Message> server) {
        return call(server, new IsIdle());
    }

    @Override
    protected Init<Deque<Instant>> init() {
        return ok(new ArrayDeque<>());
    }

    @Override
    protected Next<Deque<Instant>> handle(Message message, Deque<Instant> given) {
        Instant now = clock.instant();
        given.removeIf(moment -> !moment.plus(window).isAfter(now));
        return switch (message) {
            case TryAcquire(From<Decision> client) -> {
                reply(client, decide(given, now));
                yield noreply(given);
            }
            case IsIdle request -> reply(request, given.isEmpty(), given);
        };
    }

    private Decision decide(Deque<Instant> given, Instant now) {
        if (given.size() == limit) {
            return new Refused(Duration.between(now, given.getFirst().plus(window)));
        }
        given.addLast(now);
        return new Allowed(limit - given.size());
    }
}
