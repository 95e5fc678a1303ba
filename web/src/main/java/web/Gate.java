package web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who may ask for what. A server can end processes, or run code, so that nobody but its own page
 * may use it:
 *
 * <ul>
 *   <li>A page of another site can send requests to this machine, too. Its browser names that site
 *       in {@code Origin} or {@code Sec-Fetch-Site}.
 *   <li>A site may give its own name the address of this machine. Its browser still sends that name
 *       as {@code Host}.
 *   <li>Other programs on this machine do not know the token.
 * </ul>
 */
final class Gate {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int VERSION_NOT_SUPPORTED = 505;
    private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1");
    private static final int TOKEN_BYTES = 32;
    private static final String BEARER = "Bearer ";

    private final byte[] token;
    private final Set<String> hosts;

    /**
     * Creates the gate of a server.
     *
     * @param token what the page has to know
     * @param port where the server listens
     */
    Gate(String token, int port) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    /** Returns a token that nobody can guess. */
    static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Looks where a request comes from.
     *
     * @throws Refusal if it does not come from this server's own page
     */
    void checkOrigin(HttpExchange request) {
        checkForm(request);
        String method = request.getRequestMethod();
        if (!"GET".equals(method) && !"POST".equals(method)) {
            request.getResponseHeaders().set("Allow", "GET, POST");
            throw new Refusal(METHOD_NOT_ALLOWED, "only GET and POST are understood here");
        }
        Headers headers = request.getRequestHeaders();
        List<String> host = headers.get("Host");
        if (host == null || host.size() != 1) {
            throw new Refusal(Refusal.BAD_REQUEST, "a request names one host");
        }
        if (!hosts.contains(host.getFirst()) || !isHere(request.getRequestURI())) {
            throw new Refusal(
                    FORBIDDEN, "open the address that was printed: 127.0.0.1 and the port");
        }
        if (!areAll(headers.get("Origin"), this::isOurs)
                || !areAll(
                        headers.get("Sec-Fetch-Site"), Set.of("same-origin", "none")::contains)) {
            throw new Refusal(FORBIDDEN, "only this server's own page may use it");
        }
    }

    /** Refuses what the JDK's server lets pass, and HTTP does not. */
    private static void checkForm(HttpExchange request) {
        if (!VERSIONS.contains(request.getProtocol())) {
            throw new Refusal(VERSION_NOT_SUPPORTED, "only HTTP/1.1 is understood here");
        }
        if (request.getRequestHeaders().values().toString().indexOf('\0') >= 0) {
            throw new Refusal(Refusal.BAD_REQUEST, "a field of the head holds a NUL");
        }
    }

    /** A request may name its host in its target, too, and that is the one which counts then. */
    private boolean isHere(URI target) {
        return !target.isAbsolute() || hosts.contains("" + target.getRawAuthority());
    }

    /** What is not sent at all is right; what is sent twice is not. */
    private static boolean areAll(List<String> values, Predicate<String> right) {
        return values == null || values.size() == 1 && right.test(values.getFirst());
    }

    private boolean isOurs(String origin) {
        return hosts.stream().map("http://"::concat).anyMatch(origin::equals);
    }

    /**
     * Looks whether a request has the token, in a header, or for a stream in its query.
     *
     * @throws Refusal if it has none, or another one
     */
    void checkToken(HttpExchange request, Form query, boolean isStream) {
        if (!hasToken(request, query, isStream)) {
            request.getResponseHeaders().set("WWW-Authenticate", BEARER.strip());
            throw new Refusal(
                    UNAUTHORIZED,
                    "this address is of another run: open the one that was printed last");
        }
    }

    /** Tells whether a request has the token. */
    boolean hasToken(HttpExchange request, Form query, boolean isStream) {
        String header = request.getRequestHeaders().getFirst("Authorization");
        String given =
                header != null && header.startsWith(BEARER)
                        ? header.substring(BEARER.length())
                        : isStream ? query.text("token") : "";
        return MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
    }
}
