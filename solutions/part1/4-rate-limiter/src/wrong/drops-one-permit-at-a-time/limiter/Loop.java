package limiter;

import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import limiter.Decision.Allowed;
import limiter.Decision.Refused;

import otp.Pid;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

/** The loop of the process that decides for all clients. */
final class Loop {

    private sealed interface Request {}

    private record TryAcquire(Pid<Object> asker, String client) implements Request {}

    private record Reset(String client) implements Request {}

    private record CountClients(Pid<Object> asker) implements Request {}

    private record Answer(Object answer) {}

    private record Interface(Pid<Request> process) implements RateLimiter {

        @Override
        public Decision tryAcquire(String client) {
            Objects.requireNonNull(client, "a request needs a client");
            return (Decision) ask(new TryAcquire(self(), client));
        }

        @Override
        public void reset(String client) {
            send(process, new Reset(Objects.requireNonNull(client, "a reset needs a client")));
        }

        @Override
        public int clients() {
            return (Integer) ask(new CountClients(self()));
        }

        private Object ask(Request request) {
            send(process, request);
            return receive(Answer.class).answer();
        }
    }

    private final Map<String, Queue<Instant>> given = new HashMap<>();
    private final int limit;
    private final Duration window;
    private final InstantSource clock;

    private Loop(int limit, Duration window, InstantSource clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    static RateLimiter start(int limit, Duration window, InstantSource clock) {
        return new Interface(spawn(new Loop(limit, window, clock)::run));
    }

    private void run() {
        while (true) {
            Request request = receive(Request.class);
            Instant now = clock.instant();
            switch (request) {
                case TryAcquire(Pid<Object> asker, String client) ->
                        send(asker, new Answer(decide(client, now)));
                case Reset(String client) -> given.remove(client);
                case CountClients(Pid<Object> asker) -> {
                    given.values().removeIf(times -> isEmptyAt(now, times));
                    send(asker, new Answer(given.size()));
                }
            }
        }
    }

    private Decision decide(String client, Instant now) {
        Queue<Instant> times = given.computeIfAbsent(client, _ -> new ArrayDeque<>());
        if (isEmptyAt(now, times) || times.size() < limit) {
            times.add(now);
            return new Allowed(limit - times.size());
        }
        return new Refused(Duration.between(now, times.element().plus(window)));
    }

    private boolean isEmptyAt(Instant now, Queue<Instant> times) {
        if (!times.isEmpty() && !times.element().plus(window).isAfter(now)) {
            times.remove();
        }
        return times.isEmpty();
    }
}
