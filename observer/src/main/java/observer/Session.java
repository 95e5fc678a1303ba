package observer;

import observer.model.Model;
import observer.web.Answer;
import observer.web.Broadcast;
import observer.web.Form;
import observer.web.PageServer;
import observer.web.Site;
import observer.wire.Limits;
import observer.wire.Settings;

import otp.Pid;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** One run of the observer: what it knows, who watches, and who serves the page. */
final class Session implements AutoCloseable {

    private final Model model;
    private final Watcher watcher;
    private final Hands hands;
    private final Levers levers;
    private final PageServer server;

    private Session(int port) throws IOException {
        String epoch = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        Broadcast broadcast = new Broadcast(epoch);
        String hint = System.getProperty("observer.hint", "");
        model = new Model(epoch, program(), hint, Limits.USUAL);
        hands = new Hands(this::hide);
        watcher = new Watcher(model, broadcast, new Census(model, hands));
        levers = new Levers(model, hands);
        server = PageServer.start(port, new Site(model::picture, broadcast, reads(), orders()));
        watcher.start();
    }

    private void hide(Pid<?> process) {
        watcher.hide(process);
    }

    static Session start(int port) throws IOException {
        return new Session(port);
    }

    /** Returns what is observed, as the command that has started it says. */
    private static String program() {
        return System.getProperty("sun.java.command", "").split(" ", 2)[0];
    }

    private Map<String, Answer> reads() {
        Inspection inspection = new Inspection(model, hands);
        Rows rows = new Rows(model, hands, Limits.USUAL.rows());
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
                "/reveal",
                        form -> Map.of("shown", model.directory().reveal(form.number("process"))),
                "/messages", this::traceMessages);
    }

    private Object traceMessages(Form form) {
        Settings settings = new Settings("true".equals(form.text("on")), form.numbers("of"));
        model.settings(settings);
        return settings;
    }

    Model model() {
        return model;
    }

    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        levers.release();
        server.close();
        watcher.close();
        hands.close();
    }
}
