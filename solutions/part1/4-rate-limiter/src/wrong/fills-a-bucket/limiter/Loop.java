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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The loop of the process that decides for all clients. */
final class Loop {

    private sealed interface Request {}

    private record TryAcquire(Pid<Object> asker, String client) implements Request {}

    private record Reset(String client) implements Request {}

    private record CountClients(Pid<Object> asker) implements Request {}

    /** How much of a bucket was full at a moment, where each permit is one window. */
    private record Bucket(Duration filled, Instant at) {}

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

    private final Map<String, Bucket> buckets = new HashMap<>();
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
                case Reset(String client) -> buckets.remove(client);
                case CountClients(Pid<Object> asker) -> {
                    buckets.values().removeIf(bucket -> isFullAt(now, bucket));
                    send(asker, new Answer(buckets.size()));
                }
            }
        }
    }

    private Decision decide(String client, Instant now) {
        Bucket bucket = buckets.getOrDefault(client, new Bucket(window.multipliedBy(limit), now));
        Duration filled =
                bucket.filled().plus(Duration.between(bucket.at(), now).multipliedBy(limit));
        if (filled.compareTo(window) < 0) {
            return new Refused(window.minus(filled).dividedBy(limit));
        }
        Duration full = window.multipliedBy(limit);
        Duration rest = (filled.compareTo(full) > 0 ? full : filled).minus(window);
        buckets.put(client, new Bucket(rest, now));
        return new Allowed((int) rest.dividedBy(window));
    }

    private boolean isFullAt(Instant now, Bucket bucket) {
        Duration filled =
                bucket.filled().plus(Duration.between(bucket.at(), now).multipliedBy(limit));
        return filled.compareTo(window.multipliedBy(limit)) >= 0;
    }
}
