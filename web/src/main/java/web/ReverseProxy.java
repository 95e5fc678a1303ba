package web;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Passes requests on to another server on this machine, so that its page can stand in a frame of
 * this server's page: a browser lets no page of another port do that. The other server's token
 * never reaches the browser.
 */
final class ReverseProxy {

    private static final String TOKEN = "token=";
    private static final int CONNECT_MILLIS = 2_000;

    /** Twice as long as a stream is ever silent. */
    private static final int READ_MILLIS = 5_000;

    private static final int BUFFER = 16 * 1024;
    private static final int NOT_THERE = 502;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> PASSED = List.of("Content-Type", "Last-Event-ID");

    private ReverseProxy() {}

    /**
     * Answers a request with what the other server answers. Blocks until that has said all.
     *
     * @param other the address that is asked for there, and behind the # that server's token
     * @param knowsToken whether the request has this server's token; without it the other server is
     *     not told its own
     * @param isOver tells whether to end before the other server has said all
     * @throws Refusal if the other server does not answer
     */
    static void pass(Exchange exchange, URI other, boolean knowsToken, BooleanSupplier isOver)
            throws IOException {
        HttpURLConnection connection = connect(exchange, other, knowsToken);
        try {
            int status = status(connection);
            InputStream body =
                    status < HttpURLConnection.HTTP_BAD_REQUEST
                            ? connection.getInputStream()
                            : connection.getErrorStream();
            copy(exchange.http(), status, connection.getContentType(), body, isOver);
        } finally {
            connection.disconnect();
        }
    }

    private static HttpURLConnection connect(Exchange exchange, URI other, boolean knowsToken)
            throws IOException {
        HttpExchange http = exchange.http();
        String query = withoutToken(http.getRequestURI().getRawQuery());
        URI address = onThisMachine(other, query);
        var connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setUseCaches(false);
        PASSED.stream()
                .filter(http.getRequestHeaders()::containsKey)
                .forEach(name ->
                        connection.setRequestProperty(
                                name, http.getRequestHeaders().getFirst(name)));
        if (knowsToken) {
            String token = other.getFragment().substring(TOKEN.length());
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        if (exchange.isPost()) {
            send(exchange.bytes(), connection);
        }
        return connection;
    }

    /** A path that begins with two slashes names a server, which can be anywhere. */
    private static URI onThisMachine(URI other, String query) {
        if (!PageServer.HOST.equals(other.getHost()) || other.getRawPath().startsWith("//")) {
            throw new Refusal(Refusal.NOT_FOUND, "there is nothing under this path");
        }
        return other.resolve(other.getRawPath() + (query.isEmpty() ? "" : "?" + query));
    }

    private static String withoutToken(String query) {
        return Arrays.stream(Objects.requireNonNullElse(query, "").split("&"))
                .filter(field -> !field.startsWith(TOKEN))
                .collect(Collectors.joining("&"));
    }

    /** A fixed length keeps Java from sending a request twice by itself. */
    private static void send(byte[] body, HttpURLConnection connection) throws IOException {
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        } catch (IOException gone) {
            throw notThere();
        }
    }

    private static int status(HttpURLConnection connection) {
        try {
            return connection.getResponseCode();
        } catch (IOException gone) {
            throw notThere();
        }
    }

    private static Refusal notThere() {
        return new Refusal(NOT_THERE, "the program that is shown here does not answer");
    }

    private static void copy(
            HttpExchange http, int status, String type, InputStream body, BooleanSupplier isOver)
            throws IOException {
        http.getResponseHeaders().set("Content-Type", type);
        http.sendResponseHeaders(status, 0);
        try (body;
                OutputStream out = http.getResponseBody()) {
            byte[] buffer = new byte[BUFFER];
            int read = body.read(buffer);
            while (read >= 0) {
                try (Patience _ = Patience.of(PATIENCE)) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
                read = isOver.getAsBoolean() ? -1 : body.read(buffer);
            }
        }
    }
}
