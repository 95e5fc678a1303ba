package web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import web.RawClient.Reply;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What others may try: nothing of it pulls a lever or shows a picture. */
class AttackTest extends AttackedServer {

    @Test
    void the_page_itself_may_do_everything() throws IOException {
        String origin = "Origin: http://127.0.0.1:" + server.address().getPort();
        assertThat(post("process=7", RIGHT, FORM, origin, "Sec-Fetch-Site: same-origin").text())
                .contains("\"got\":\"7\"");
        assertThat(pulled).hasValue(1);
    }

    @Test
    void what_fails_without_end_is_answered() throws IOException {
        Reply reply = client.send("GET /endless HTTP/1.1", RIGHT);
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).contains("StackOverflowError");
        assertStillServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /picture", "GET /events?token=s3cret", "GET /", "GET /text"})
    void a_page_of_another_site_sees_nothing(String request) throws IOException {
        for (String sign :
                List.of(
                        "Origin: http://evil.example",
                        "Sec-Fetch-Site: cross-site",
                        "Origin: null",
                        "Sec-Fetch-Site: same-site")) {
            Reply reply = client.send(request + " HTTP/1.1", RIGHT, sign);
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.text()).doesNotContain("the program");
            assertThat(reply.text().toLowerCase()).doesNotContain("access-control");
        }
    }

    @Test
    void a_page_of_another_site_pulls_no_lever() throws IOException {
        assertThat(post("process=7", RIGHT, FORM, "Origin: http://evil.example").status())
                .isEqualTo(403);
        assertThat(post("process=7", FORM, "Origin: http://evil.example").status()).isEqualTo(403);
        assertThat(
                        client.send(
                                        "OPTIONS /lever HTTP/1.1",
                                        "Origin: http://evil.example",
                                        "Access-Control-Request-Method: POST")
                                .status())
                .isEqualTo(405);
        assertThat(pulled).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "127.0.0.1",
                "127.0.0.1:1",
                "localhost.evil.example",
                "0.0.0.0",
                "[::1]",
                ""
            })
    void a_name_that_somebody_has_given_this_machine_leads_nowhere(String host) throws IOException {
        for (String path : List.of("/", "/picture", "/events?token=s3cret")) {
            Reply reply =
                    client.sendAll(
                            "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n\r\n"
                                    .formatted(path, host, RIGHT));
            assertThat(reply.status()).isIn(400, 403);
        }
    }

    @Test
    void two_hosts_are_no_host() throws IOException {
        String ours = "Host: 127.0.0.1:%d\r\n".formatted(server.address().getPort());
        assertThat(
                        client.sendAll(
                                        "GET /picture HTTP/1.1\r\n"
                                                + ours
                                                + "Host: evil\r\n"
                                                + RIGHT
                                                + "\r\n\r\n")
                                .status())
                .isEqualTo(400);
        for (String version : List.of("1.0", "1.1")) {
            String hostless = "GET /picture HTTP/%s\r\n%s\r\n\r\n".formatted(version, RIGHT);
            assertThat(client.sendAll(hostless).status()).isEqualTo(400);
        }
    }

    @Test
    void the_host_in_the_target_counts() throws IOException {
        String ours = "127.0.0.1:" + server.address().getPort();
        for (String host : List.of("//evil.example", "//evil@" + ours, "//127.0.0.1", "")) {
            String target = "GET http:%s/picture HTTP/1.1".formatted(host);
            assertThat(client.send(target, RIGHT).status()).isEqualTo(403);
        }
        String target = "GET http://%s/picture HTTP/1.1".formatted(ours);
        assertThat(client.send(target, RIGHT).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Authorization: Bearer",
                "Authorization: Bearer s3cre",
                "Authorization: Bearer s3cret2",
                "Authorization: s3cret",
                "Authorization: Basic czNjcmV0",
                "Cookie: token=s3cret"
            })
    void without_the_token_there_is_nothing(String header) throws IOException {
        for (String request :
                List.of(
                        "GET /picture",
                        "GET /picture?token=s3cret",
                        "GET /events",
                        "GET /events?token=",
                        "GET /nowhere")) {
            Reply reply =
                    client.send(request + " HTTP/1.1", header.isEmpty() ? "Accept: */*" : header);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.text().toLowerCase()).contains("www-authenticate: bearer");
        }
        assertThat(post("process=7&token=s3cret", FORM).status()).isEqualTo(401);
        assertThat(pulled).hasValue(0);
    }

    @Test
    void yesterdays_token_is_told_to_be_of_another_run() throws IOException {
        String before = Gate.newToken();
        assertThat(before).isNotEqualTo(Gate.newToken()).hasSizeGreaterThan(40);
        assertThat(client.send("GET /picture HTTP/1.1", "Authorization: Bearer " + before).text())
                .contains("this address is of another run");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../pom.xml",
                "/..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "//etc/passwd",
                "/index.html/..",
                "/files.txt%00.js",
                "/files.txt",
                "/observer/index.html",
                "/\\..\\..",
                "/."
            })
    void no_path_leads_out_of_the_page(String path) throws IOException {
        Reply reply = client.send("GET %s HTTP/1.1".formatted(path), RIGHT);
        assertThat(reply.status()).isIn(400, 404);
        assertThat(reply.text()).doesNotContain("root:").doesNotContain("index.html\n");
    }

    @Test
    void every_answer_forbids_what_a_page_does_not_need() throws IOException {
        for (String request : List.of("GET /", "GET /picture", "GET /nowhere", "PUT /")) {
            String head = client.send(request + " HTTP/1.1", RIGHT).text().toLowerCase();
            assertThat(head)
                    .contains("content-security-policy: default-src 'none';")
                    .contains("x-content-type-options: nosniff")
                    .contains("cache-control: no-store")
                    .doesNotContain("unsafe-inline")
                    .doesNotContain("access-control-allow");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HEAD", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "CONNECT", "get", "X"})
    void other_methods_are_refused_and_nothing_is_said_on_the_terminal(String method)
            throws IOException {
        List<LogRecord> said = new CopyOnWriteArrayList<>();
        try (var _ = new Listener(said)) {
            for (String path : List.of("/", "/picture", "/lever", "/events")) {
                String head = client.send("%s %s HTTP/1.1".formatted(method, path), RIGHT).text();
                assertThat(head)
                        .startsWith("HTTP/1.1 405 ")
                        .contains("Allow: GET, POST")
                        .doesNotContain("s3cret");
            }
        }
        assertThat(said).isEmpty();
        assertStillServes();
    }

    @Test
    void no_other_protocol_is_spoken() throws IOException {
        String[] upgrade = {
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Origin: http://evil.example"
        };
        assertThat(client.send("GET /events?token=s3cret HTTP/1.1", upgrade).status())
                .isEqualTo(403);
        assertThat(client.send("GET /events HTTP/1.1", Arrays.copyOf(upgrade, 4)).status())
                .isEqualTo(401);
    }

    @Test
    void what_a_form_of_another_site_can_send_pulls_no_lever() throws IOException {
        for (String type : List.of("text/plain", "multipart/form-data; boundary=x")) {
            assertThat(post("process=7", "Content-Type: " + type).status()).isEqualTo(401);
            assertThat(post("process=7", RIGHT, "Content-Type: " + type).status()).isEqualTo(415);
        }
        assertThat(post("process=7", FORM, "Referer: " + server.address()).status()).isEqualTo(401);
        assertThat(post("process=7", RIGHT, FORM, "Transfer-Encoding: chunked").status())
                .isEqualTo(400);
        assertThat(pulled).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80000000", "ffffffff", "ffffffffff"})
    void a_chunk_beyond_measure_is_no_failure_of_the_server(String length) throws IOException {
        String[] head = {RIGHT, FORM, "Transfer-Encoding: chunked"};
        String body = length + "\r\nprocess=7\r\n0\r\n\r\n";
        assertThat(client.send("POST /lever HTTP/1.1", head, body).status()).isEqualTo(400);
        assertThat(pulled).hasValue(0);
        assertStillServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\nx\r\n", "-1\r\nx\r\n", "9\r\nprocess=7XX", "9\r\nprocess=7\rX"})
    void chunks_that_are_wrong_are_told_so(String chunks) throws IOException {
        String[] head = {RIGHT, FORM, "Transfer-Encoding: chunked"};
        String body = chunks + "0\r\n\r\n";
        assertThat(client.send("POST /lever HTTP/1.1", head, body).status()).isEqualTo(400);
        assertThat(pulled).hasValue(0);
    }

    @Test
    void fields_that_end_too_early_are_told_so() throws IOException {
        try (Socket socket = client.connect()) {
            String head =
                    "POST /lever HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s\r\n%s\r\n"
                            .formatted(server.address().getPort(), RIGHT, FORM);
            String request = head + "Content-Length: 10\r\n\r\nprocess=7";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(RawClient.read(socket).status()).isEqualTo(400);
        }
        assertThat(pulled).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/3.0", "http/1.1", "WOW", "HTTP/1.1 HTTP/1.1 "})
    void other_versions_are_refused(String version) throws IOException {
        assertThat(client.send("GET /picture " + version, RIGHT).status()).isEqualTo(505);
    }

    @Test
    void no_field_of_the_head_holds_a_nul() throws IOException {
        assertThat(client.send("GET /picture HTTP/1.1", RIGHT, "X: a\0b").status()).isEqualTo(400);
    }

    @Test
    void a_head_without_measure_is_not_kept() throws IOException {
        String much = "x".repeat(4_000_000);
        String get = "GET /picture HTTP/1.1\r\n%s\r\n".formatted(RIGHT);
        for (String request :
                List.of(
                        "GET /picture?" + much,
                        get + "X: " + much,
                        get + "X: y\r\n".repeat(100_000),
                        "\r\n".repeat(1_000_000) + much)) {
            assertThat(status(request)).isIn(0, 400);
        }
        assertStillServes();
    }

    /** A connection that is closed before all was sent has no answer. */
    private int status(String request) throws IOException {
        try {
            return client.sendAll(request + "\r\n\r\n").status();
        } catch (SocketException closed) {
            return 0;
        }
    }

    @Test
    void only_this_machine_can_connect() {
        assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
    }

    /** Hears what the server of the JDK has to say, which others would read on the terminal. */
    private static final class Listener extends Handler implements AutoCloseable {

        /** Kept, because a logger that nobody refers to forgets its handlers. */
        private final Logger logger = Logger.getLogger("com.sun.net.httpserver");

        private final List<LogRecord> said;

        Listener(List<LogRecord> said) {
            this.said = said;
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord one) {
            said.add(one);
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
