package web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A request, and its answer. */
record Exchange(HttpExchange http) {

    private static final int MOST_BYTES = 64 * 1024;
    private static final int TOO_LARGE = 413;
    private static final int WRONG_TYPE = 415;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** On every answer: nothing from elsewhere is loaded, run, or allowed to frame the page. */
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                            + " frame-src 'self';"
                            + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                            + " frame-ancestors 'self'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "Referrer-Policy",
                    "no-referrer",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cache-Control",
                    "no-store");

    Exchange {
        Headers headers = http.getResponseHeaders();
        HEADERS.forEach(headers::set);
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    boolean isPost() {
        return "POST".equals(http.getRequestMethod());
    }

    /** Only the head of the answer is wanted; with a body, the JDK warns on the terminal. */
    private boolean isHead() {
        return "HEAD".equals(http.getRequestMethod());
    }

    Form query() {
        return Form.of(http.getRequestURI().getRawQuery());
    }

    /**
     * Reads the fields in the body.
     *
     * @throws Refusal if it is too long, or no form
     */
    Form body() {
        String type = http.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !FORM.equals(type.split(";", 2)[0].strip())) {
            throw new Refusal(WRONG_TYPE, "send the fields of a form: " + FORM);
        }
        return Form.of(new String(bytes(), StandardCharsets.UTF_8));
    }

    /**
     * Reads the body as it is.
     *
     * @throws Refusal if it is too long, or not sent as HTTP has it
     */
    byte[] bytes() {
        try (Patience _ = Patience.of(PATIENCE)) {
            InputStream body = http.getRequestBody();
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Refusal(TOO_LARGE, "the fields are too long: 64 KB at most");
            }
            return bytes;
        } catch (IOException | IndexOutOfBoundsException malformed) {
            // The JDK's server takes a chunk's length beyond 2^31 - 1 for a negative one.
            throw new Refusal(
                    Refusal.BAD_REQUEST, "the fields end too early, or their chunks are wrong");
        }
    }

    void answer(Object value) throws IOException {
        if (value instanceof String text) {
            send(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
        } else {
            sendJson(200, value);
        }
    }

    void refuse(Refusal refusal) throws IOException {
        // What the other end still sends is not worth reading.
        http.getResponseHeaders().set("Connection", "close");
        sendJson(refusal.status(), Map.of("error", refusal.getMessage()));
    }

    private void sendJson(int status, Object value) throws IOException {
        byte[] bytes = Json.of(value).getBytes(StandardCharsets.UTF_8);
        send(status, "application/json; charset=utf-8", bytes);
    }

    void send(int status, String type, byte[] bytes) throws IOException {
        http.getResponseHeaders().set("Content-Type", type);
        try (Patience _ = Patience.of(PATIENCE)) {
            http.sendResponseHeaders(status, isHead() ? -1 : bytes.length);
            try (OutputStream body = http.getResponseBody()) {
                body.write(isHead() ? new byte[0] : bytes);
            }
        }
    }
}
