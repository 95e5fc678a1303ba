package browser;

import observer.Observer;
import observer.wire.Changes;
import observer.wire.Counts;
import observer.wire.Limits;
import observer.wire.LogEntry;
import observer.wire.MessageView;
import observer.wire.Picture;
import observer.wire.ProcessView;
import observer.wire.ProcessView.State;
import observer.wire.Settings;

import web.Broadcast;
import web.EventSource;
import web.Form;
import web.Json;
import web.PageServer;
import web.Site;
import web.StaticFiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A system that does not exist, as the page would hear of it: for what real systems do rarely, or
 * never.
 */
final class Scene implements AutoCloseable {

    private final Map<Long, ProcessView> processes = new LinkedHashMap<>();
    private final List<MessageView> messages = new ArrayList<>();
    private final List<LogEntry> log = new ArrayList<>();
    private final Queue<String> levers = new ConcurrentLinkedQueue<>();
    private final Queue<String> revealed = new ConcurrentLinkedQueue<>();
    private Broadcast broadcast = broadcast();
    private final PageServer server;
    private Counts counts = new Counts(0, 0, 0, 0, 0, 0, 0, 0);
    private long version;

    private Scene() throws IOException {
        Site site =
                new Site(
                        new StaticFiles(Observer.class, "/observer/"),
                        _ -> events(),
                        Map.of(
                                "/process",
                                this::process,
                                "/search",
                                _ -> Map.of("found", List.of(), "more", 0)),
                        Map.of("/lever", this::lever, "/reveal", this::reveal),
                        _ -> Optional.empty());
        server = PageServer.start(0, site);
    }

    private static Broadcast broadcast() {
        return new Broadcast("scene" + System.nanoTime());
    }

    private synchronized EventSource events() {
        return new EventSource(
                broadcast,
                this::whole,
                version -> Json.of(Changes.none(version, System.currentTimeMillis()).parts()));
    }

    /** Begins another run at the same address, with other processes that have the same numbers. */
    synchronized void runAgain(ProcessView... views) {
        broadcast = broadcast();
        processes.clear();
        messages.clear();
        log.clear();
        version = 0;
        put(views);
    }

    /** Starts a server with an empty system. */
    static Scene start() {
        try {
            return new Scene();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    URI address() {
        return server.address();
    }

    /** Adds processes, or replaces those that have their ids. */
    synchronized Scene put(ProcessView... views) {
        for (ProcessView view : views) {
            processes.put(view.id(), view);
        }
        int alive =
                (int)
                        processes.values().stream()
                                .filter(view -> view.state() != State.DEAD)
                                .count();
        counts = new Counts(alive, alive, 0, 0, 0, counts.dropped(), counts.messagesNotShown(), 0);
        publish(List.of(views), List.of(), List.of(), List.of());
        return this;
    }

    /** Has the dead leave the picture. */
    synchronized void remove(long id) {
        processes.remove(id);
        publish(List.of(), List.of(id), List.of(), List.of());
    }

    /** Says that events were lost, and messages not shown. */
    synchronized void lose(long events, long unseen) {
        counts = new Counts(counts.alive(), counts.shown(), 0, 0, 0, events, unseen, 0);
        publish(List.of(), List.of(), List.of(), List.of());
    }

    synchronized void say(String sentence) {
        say(sentence, null);
    }

    /** Says something about a process, which need not be in the picture. */
    synchronized void say(String sentence, Long process) {
        log.add(
                new LogEntry(
                        log.size(),
                        System.currentTimeMillis(),
                        LogEntry.Kind.STARTED,
                        sentence,
                        process,
                        null));
        publish(List.of(), List.of(), List.of(), List.of(log.getLast()));
    }

    /**
     * Shows a message that has just been sent, and waited for so many milliseconds; a negative
     * number: it waits.
     */
    synchronized void send(
            ProcessView from, ProcessView to, String kind, String text, double waited) {
        double sent = System.currentTimeMillis();
        Double taken = waited < 0 ? null : (Double) (sent + waited);
        messages.add(
                new MessageView(
                        messages.size(),
                        from.id(),
                        to.id(),
                        kind,
                        text,
                        sent,
                        taken,
                        false,
                        null,
                        from.title(),
                        to.title()));
        publish(List.of(), List.of(), List.of(messages.getLast()), List.of());
    }

    /** Says that the receiver of the last message has ended without taking it. */
    synchronized void leaveLastMessage() {
        MessageView last = messages.removeLast();
        messages.add(
                new MessageView(
                        last.n(),
                        last.from(),
                        last.to(),
                        last.kind(),
                        last.text(),
                        last.sent(),
                        null,
                        true,
                        null,
                        last.fromTitle(),
                        last.toTitle()));
        publish(List.of(), List.of(), List.of(messages.getLast()), List.of());
    }

    /** Returns which levers were pulled, as {@code kill 12}. */
    Queue<String> levers() {
        return levers;
    }

    /** Returns which processes were to be brought into the picture. */
    Queue<String> revealed() {
        return revealed;
    }

    private Object reveal(Form form) {
        revealed.add(form.text("process"));
        return Map.of("shown", List.of());
    }

    private synchronized Object process(Form form) {
        ProcessView view = processes.get(form.number("id"));
        return Map.of("id", view.id(), "detail", Map.of("state", "a state", "links", List.of()));
    }

    private Object lever(Form form) {
        levers.add(form.text("lever") + " " + form.text("process"));
        return Map.of("lever", 1);
    }

    private void publish(
            List<ProcessView> changed,
            List<Long> gone,
            List<MessageView> sent,
            List<LogEntry> said) {
        version++;
        Changes changes =
                new Changes(
                        version,
                        System.currentTimeMillis(),
                        counts,
                        null,
                        changed,
                        gone,
                        List.of(),
                        List.of(),
                        sent,
                        said,
                        List.of());
        broadcast.add(new Broadcast.Change(version, Json.of(changes.parts())));
    }

    private synchronized Broadcast.Change whole() {
        return new Broadcast.Change(version, Json.of(picture()));
    }

    private Picture picture() {
        return new Picture(
                broadcast.epoch(),
                version,
                System.currentTimeMillis(),
                "a scene",
                "",
                Limits.USUAL,
                new Settings(true, List.of()),
                counts,
                List.copyOf(processes.values()),
                List.of(),
                List.copyOf(messages),
                List.copyOf(log),
                List.of());
    }

    @Override
    public void close() {
        broadcast.close();
        server.close();
    }
}
