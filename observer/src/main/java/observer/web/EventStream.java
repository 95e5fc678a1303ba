package observer.web;

import com.sun.net.httpserver.HttpExchange;

import observer.wire.Changes;
import observer.wire.Json;
import observer.wire.Picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Sends a page the picture, and then what changes, for as long as the page listens. */
final class EventStream {

    private static final int MOST_STREAMS = 16;
    private static final int UNAVAILABLE = 503;

    /** A page that does not read what it is sent is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String RECONNECT = "retry: 500\n\n";

    private final Semaphore free = new Semaphore(MOST_STREAMS);
    private final Broadcast broadcast;
    private final Supplier<Picture> picture;

    EventStream(Broadcast broadcast, Supplier<Picture> picture) {
        this.broadcast = broadcast;
        this.picture = picture;
    }

    /** Answers a request with the stream; returns when the page is gone or the server ends. */
    void answer(HttpExchange request) throws IOException {
        if (!free.tryAcquire()) {
            throw new Refusal(UNAVAILABLE, "too many pages are open: close some of them");
        }
        broadcast.listens(true);
        try {
            request.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            request.sendResponseHeaders(200, 0);
            try (OutputStream out = request.getResponseBody()) {
                stream(out, request.getRequestHeaders().getFirst("Last-Event-ID"));
            }
        } catch (InterruptedException tooSlow) {
            // The page does not read: its connection is closed.
        } finally {
            broadcast.listens(false);
            free.release();
        }
    }

    private void stream(OutputStream out, String lastId) throws IOException, InterruptedException {
        send(out, RECONNECT);
        long known = knownBy(lastId);
        while (!broadcast.isClosed()) {
            Optional<List<Broadcast.Change>> missing =
                    known < 0
                            ? Optional.empty()
                            : broadcast.since(known, Broadcast.heartbeatNanos());
            known = missing.isPresent() ? changes(out, known, missing.get()) : picture(out);
        }
        send(out, "event: bye\ndata: {}\n\n");
    }

    /** Returns the version that a page knows which has been here before; -1 if it knows nothing. */
    private long knownBy(String lastId) {
        String prefix = broadcast.epoch() + ".";
        try {
            return lastId != null && lastId.startsWith(prefix)
                    ? Long.parseLong(lastId.substring(prefix.length()))
                    : -1;
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    private long picture(OutputStream out) throws IOException {
        Picture whole = picture.get();
        send(out, event("picture", whole.version(), Json.of(whole)));
        return whole.version();
    }

    private long changes(OutputStream out, long known, List<Broadcast.Change> missing)
            throws IOException {
        if (missing.isEmpty()) {
            Changes none = Changes.none(known, System.currentTimeMillis());
            send(out, event("changes", known, Json.of(none.parts())));
            return known;
        }
        StringBuilder events = new StringBuilder();
        for (Broadcast.Change change : missing) {
            events.append(event("changes", change.version(), change.text()));
        }
        send(out, events.toString());
        return missing.getLast().version();
    }

    private String event(String name, long version, String data) {
        return "event: %s\nid: %s.%d\ndata: %s\n\n"
                .formatted(name, broadcast.epoch(), version, data);
    }

    private static void send(OutputStream out, String text) throws IOException {
        try (Patience _ = Patience.of(PATIENCE)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
