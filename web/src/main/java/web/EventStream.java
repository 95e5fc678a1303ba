package web;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Sends pages a picture, and then what changes, for as long as they listen and it is their turn.
 */
final class EventStream {

    private static final int MOST_STREAMS = 16;
    private static final int UNAVAILABLE = 503;

    /** A page that does not read what it is sent is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String RECONNECT = "retry: 500\n\n";

    private final Semaphore free = new Semaphore(MOST_STREAMS);
    private final Turns turns;

    EventStream(Turns turns) {
        this.turns = turns;
    }

    /** Answers a request with a stream; returns when the page is gone or the source ends. */
    void answer(HttpExchange request, EventSource source) throws IOException {
        if (!free.tryAcquire()) {
            throw new Refusal(UNAVAILABLE, "too many pages are open: close some of them");
        }
        source.broadcast().listens(true);
        try (Turns.Turn turn = turns.begin()) {
            request.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            request.sendResponseHeaders(200, 0);
            try (OutputStream out = request.getResponseBody()) {
                stream(out, source, request.getRequestHeaders().getFirst("Last-Event-ID"), turn);
            }
        } catch (InterruptedException tooSlow) {
            // The page does not read: its connection is closed.
        } finally {
            source.broadcast().listens(false);
            free.release();
        }
    }

    private static void stream(OutputStream out, EventSource source, String lastId, Turns.Turn turn)
            throws IOException, InterruptedException {
        send(out, RECONNECT);
        Broadcast broadcast = source.broadcast();
        long known = knownBy(lastId, broadcast);
        while (!broadcast.isClosed()) {
            if (turn.isOver()) {
                return;
            }
            Optional<List<Broadcast.Change>> missing =
                    known < 0
                            ? Optional.empty()
                            : broadcast.since(known, Broadcast.heartbeatNanos());
            known =
                    missing.isPresent()
                            ? changes(out, source, known, missing.get())
                            : picture(out, source);
        }
        send(out, "event: bye\ndata: {}\n\n");
    }

    /** Returns the version that a page knows which has been here before; -1 if it knows nothing. */
    private static long knownBy(String lastId, Broadcast broadcast) {
        String prefix = broadcast.epoch() + ".";
        try {
            return lastId != null && lastId.startsWith(prefix)
                    ? Long.parseLong(lastId.substring(prefix.length()))
                    : -1;
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    private static long picture(OutputStream out, EventSource source) throws IOException {
        Broadcast.Change whole = source.picture().get();
        send(out, event("picture", source, whole));
        return whole.version();
    }

    private static long changes(
            OutputStream out, EventSource source, long known, List<Broadcast.Change> missing)
            throws IOException {
        if (missing.isEmpty()) {
            var unchanged = new Broadcast.Change(known, source.unchanged().apply(known));
            send(out, event("changes", source, unchanged));
            return known;
        }
        StringBuilder events = new StringBuilder();
        for (Broadcast.Change change : missing) {
            events.append(event("changes", source, change));
        }
        send(out, events.toString());
        return missing.getLast().version();
    }

    private static String event(String name, EventSource source, Broadcast.Change change) {
        return "event: %s\nid: %s.%d\ndata: %s\n\n"
                .formatted(name, source.broadcast().epoch(), change.version(), change.text());
    }

    private static void send(OutputStream out, String text) throws IOException {
        try (Patience _ = Patience.of(PATIENCE)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
