package web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The server behind the page: on this machine only, and only for those who know the token; see
 * {@link Gate}.
 */
public final class PageServer implements AutoCloseable {

    /** All that connects comes from this machine. */
    static final String HOST = "127.0.0.1";

    private static final int FAILED = 500;
    private static final String STREAM = "/events";

    /** A page whose stream has broken asks here whether it may come back. */
    private static final String KNOCK = "/knock";

    /** How many may wait to be connected: a crowd must not keep the page out. */
    private static final int BACKLOG = 1_024;

    /** Read by the JDK's server when the first one is created. */
    private static final String AT_ONCE = "sun.net.httpserver.nodelay";

    static {
        // Else an answer waits some 40 ms until the other end has confirmed that it has the head.
        if (System.getProperty(AT_ONCE) == null) {
            System.setProperty(AT_ONCE, "true");
        }
    }

    private final HttpServer http;
    private final RequestThreads threads = new RequestThreads();
    private final String token;
    private final Gate gate;
    private final Site site;
    private final Turns turns = new Turns();
    private final EventStream stream = new EventStream(turns);

    private PageServer(HttpServer http, String token, Site site) {
        this.http = http;
        this.token = token;
        this.gate = new Gate(token, http.getAddress().getPort());
        this.site = site;
    }

    /**
     * Starts a server with a token that nobody knows yet. It does not keep the program from ending.
     *
     * @param port where it listens; 0 stands for any that is free
     * @throws IOException if the port is not free
     */
    public static PageServer start(int port, Site site) throws IOException {
        return start(port, Gate.newToken(), site);
    }

    static PageServer start(int port, String token, Site site) throws IOException {
        InetAddress here = InetAddress.ofLiteral(HOST);
        HttpServer http = HttpServer.create(new InetSocketAddress(here, port), BACKLOG);
        PageServer server = new PageServer(http, token, site);
        http.setExecutor(server.threads);
        http.createContext("/", server::handle);
        RequestThreads.startInDaemon(http::start);
        return server;
    }

    /** Returns the address of the page. What is behind the # is never sent to a server. */
    public URI address() {
        return URI.create(
                "http://%s:%d/#token=%s".formatted(HOST, http.getAddress().getPort(), token));
    }

    /** Ends the server and all of its connections; pages that listen are told by their source. */
    @Override
    public void close() {
        http.stop(0);
        threads.close();
    }

    private void handle(HttpExchange http) {
        RequestThreads.requestHasCome();
        try (http) {
            Exchange exchange = new Exchange(http);
            try {
                answer(exchange);
            } catch (Refusal refusal) {
                exchange.refuse(refusal);
            } catch (RuntimeException | Error failure) {
                exchange.refuse(new Refusal(FAILED, "the server has failed: " + failure));
            }
        } catch (IOException gone) {
            // Nobody is there to be told.
        }
    }

    private void answer(Exchange exchange) throws IOException {
        gate.checkOrigin(exchange.http());
        String path = exchange.path();
        boolean isOfStream = path.endsWith(STREAM) && !exchange.isPost();
        Optional<URI> other = site.others().apply(path);
        if (other.isPresent()) {
            boolean knowsToken = gate.hasToken(exchange.http(), exchange.query(), isOfStream);
            passOn(exchange, other.get(), knowsToken, isOfStream);
            return;
        }
        Optional<StaticFiles.StaticFile> file = site.files().find(path);
        if (file.isPresent() && !exchange.isPost()) {
            exchange.send(200, file.get().type(), file.get().bytes());
            return;
        }
        gate.checkToken(exchange.http(), exchange.query(), isOfStream);
        if (isOfStream && STREAM.equals(path)) {
            stream.answer(exchange.http(), site.events().apply(exchange.query()));
        } else if (KNOCK.equals(path)) {
            exchange.answer("come in\n");
        } else if (exchange.isPost()) {
            exchange.answer(find(site.orders(), path).to(exchange.body()));
        } else {
            exchange.answer(find(site.reads(), path).to(exchange.query()));
        }
    }

    private void passOn(Exchange exchange, URI other, boolean knowsToken, boolean isStream)
            throws IOException {
        if (isStream) {
            try (Turns.Turn turn = turns.begin()) {
                ReverseProxy.pass(exchange, other, knowsToken, turn::isOver);
            }
        } else {
            ReverseProxy.pass(exchange, other, knowsToken, () -> false);
        }
    }

    private static Answer find(Map<String, Answer> answers, String path) {
        return Optional.ofNullable(answers.get(path))
                .orElseThrow(
                        () -> new Refusal(Refusal.NOT_FOUND, "there is nothing under this path"));
    }
}
