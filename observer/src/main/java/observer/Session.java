package observer;

import observer.model.Model;
import observer.wire.Changes;
import observer.wire.Limits;
import observer.wire.Picture;
import observer.wire.Settings;

import otp.Pid;

import web.Answer;
import web.Broadcast;
import web.EventSource;
import web.Form;
import web.Json;
import web.PageServer;
import web.Site;
import web.StaticFiles;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** One run of the observer: what it knows, who watches, and who serves the page. */
final class Session implements AutoCloseable {

    private final Broadcast broadcast;
    private final Model model;
    private final Watcher watcher;
    private final RuntimeThreads runtime;
    private final Levers levers;
    private final PageServer server;

    private Session(int port) throws IOException {
        String epoch = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        broadcast = new Broadcast(epoch);
        String hint = System.getProperty("observer.hint", "");
        model = new Model(epoch, program(), hint, Limits.USUAL);
        runtime = new RuntimeThreads(this::hide);
        watcher = new Watcher(model, broadcast, new SnapshotTaker(model, runtime));
        levers = new Levers(model, runtime);
        server = PageServer.start(port, site());
        watcher.start();
    }

    private Site site() {
        var events =
                new EventSource(
                        broadcast,
                        () -> whole(model.picture()),
                        version ->
                                Json.of(Changes.none(version, System.currentTimeMillis()).parts()));
        return new Site(new StaticFiles(Session.class, "/observer/"), events, reads(), orders());
    }

    private static Broadcast.Change whole(Picture picture) {
        return new Broadcast.Change(picture.version(), Json.of(picture));
    }

    private void hide(Pid<?> process) {
        watcher.hide(process);
    }

    static Session start(int port) throws IOException {
        return new Session(port);
    }

    /** Returns what is observed, as the program or the command that has started it says. */
    private static String program() {
        String command = System.getProperty("sun.java.command", "").split(" ", 2)[0];
        return System.getProperty("observer.program", command);
    }

    private Map<String, Answer> reads() {
        Inspection inspection = new Inspection(model, runtime);
        Rows rows = new Rows(model, runtime, Limits.USUAL.rows());
        return Map.of(
                "/picture", _ -> model.picture(),
                "/text", _ -> model.text() + "\n",
                "/process", form -> inspection.of(form.number("id")),
                "/children", inspection::children,
                "/search", form -> model.directory().search(form.text("q")),
                "/rows", form -> rows.of(form.text("table"), form.number("from", 0)));
    }

    private Map<String, Answer> orders() {
        return Map.of(
                "/lever", levers::pull,
                "/reveal", this::reveal,
                "/messages", this::traceMessages);
    }

    private Object traceMessages(Form form) {
        List<Long> asked = form.numbers("of");
        List<Long> known =
                asked.stream().filter(id -> model.directory().process(id).isPresent()).toList();
        if (known.isEmpty() && !asked.isEmpty()) {
            throw Gone.process();
        }
        Settings settings = new Settings("true".equals(form.text("on")), known);
        model.settings(settings);
        return settings;
    }

    private Object reveal(Form form) {
        List<Long> shown = model.directory().reveal(form.number("process"));
        if (shown.isEmpty()) {
            throw Gone.process();
        }
        return Map.of("shown", shown);
    }

    Model model() {
        return model;
    }

    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        broadcast.close();
        server.close();
        // What a page has asked for last is let go as well.
        levers.release();
        watcher.close();
        runtime.close();
    }
}
