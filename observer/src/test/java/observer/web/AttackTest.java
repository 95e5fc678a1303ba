package observer.web;

import static org.assertj.core.api.Assertions.assertThat;

import observer.web.RawClient.Reply;
import observer.wire.Counts;
import observer.wire.Limits;
import observer.wire.Picture;
import observer.wire.Settings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What others may try: nothing of it pulls a lever, shows a picture, or ends the server. */
class AttackTest {

    private static final String TOKEN = "s3cret";
    private static final String RIGHT = "Authorization: Bearer " + TOKEN;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final AtomicInteger pulled = new AtomicInteger();
    private final Broadcast broadcast = new Broadcast("epoch");
    private PageServer server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        Site site =
                new Site(
                        AttackTest::picture,
                        broadcast,
                        Map.of("/picture", _ -> picture()),
                        Map.of(
                                "/lever",
                                form ->
                                        Map.of(
                                                "lever",
                                                pulled.incrementAndGet(),
                                                "got",
                                                form.text("process"))));
        server = PageServer.start(0, TOKEN, site);
        client = new RawClient(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Picture picture() {
        return new Picture(
                "epoch",
                0,
                0,
                "the program",
                "",
                Limits.USUAL,
                new Settings(true, List.of()),
                new Counts(0, 0, 0, 0, 0, 0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private void assertStillServes() throws IOException {
        assertThat(client.send("GET /picture HTTP/1.1", RIGHT).text()).contains("the program");
    }

    private Reply post(String body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Length: " + body.length());
        return client.send("POST /lever HTTP/1.1", all.toArray(String[]::new), body);
    }

    @Test
    void the_page_itself_may_do_everything() throws IOException {
        String origin = "Origin: http://127.0.0.1:" + server.address().getPort();
        assertThat(post("process=7", RIGHT, FORM, origin, "Sec-Fetch-Site: same-origin").text())
                .contains("\"got\":\"7\"");
        assertThat(pulled).hasValue(1);
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
                .isIn(400, 403);
        assertThat(client.sendAll("GET /picture HTTP/1.0\r\n" + RIGHT + "\r\n\r\n").status())
                .isIn(400, 403);
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
            assertThat(
                            client.send(
                                            request + " HTTP/1.1",
                                            header.isEmpty() ? "Accept: */*" : header)
                                    .status())
                    .isEqualTo(401);
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
                "/.",
                "http://127.0.0.1/etc/passwd"
            })
    void no_path_leads_out_of_the_page(String path) throws IOException {
        Reply reply = client.send("GET %s HTTP/1.1".formatted(path), RIGHT);
        assertThat(reply.status()).isIn(400, 404);
        assertThat(reply.text()).doesNotContain("root:").doesNotContain("index.html\n");
    }

    @Test
    void a_body_of_a_gigabyte_is_not_read() throws IOException {
        long sent = 0;
        try (Socket socket = client.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /lever HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s\r\n%s\r\nContent-Length: 1000000000\r\n\r\n"
                                    .formatted(server.address().getPort(), RIGHT, FORM))
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] much = new byte[1 << 20];
            while (sent < 1_000_000_000) {
                out.write(much);
                sent += much.length;
            }
        } catch (SocketException closed) {
            // As it should be.
        }
        assertThat(sent).isLessThan(100_000_000);
        assertThat(pulled).hasValue(0);
        assertStillServes();
    }

    @Test
    void what_is_too_long_is_told_so() throws IOException {
        assertThat(post("process=" + "7".repeat(70_000), RIGHT, FORM).status()).isEqualTo(413);
        assertThat(post("process=7", RIGHT, "Content-Type: text/plain").status()).isEqualTo(415);
        assertThat(post("process=%zz", RIGHT, FORM).status()).isEqualTo(400);
        assertThat(pulled).hasValue(0);
    }

    @Test
    void ten_thousand_connections_do_not_end_the_server() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int number = 0; number < 10_000; number++) {
                Socket socket = new Socket(server.address().getHost(), server.address().getPort());
                silent.add(socket);
                if (number % 2 == 0) {
                    socket.getOutputStream()
                            .write("GET /picture HT".getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (SocketException noMore) {
            // The machine has a limit of its own.
        }
        try {
            assertThat(
                            Thread.getAllStackTraces().keySet().stream()
                                    .filter(thread ->
                                            thread.getName().startsWith("observer-request"))
                                    .count())
                    .isLessThanOrEqualTo(64);
            org.awaitility.Awaitility.await()
                    .atMost(java.time.Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .untilAsserted(this::assertStillServes);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
        assertStillServes();
    }

    @Test
    void whoever_begins_a_request_and_says_no_more_is_sent_away() throws IOException {
        try (Socket socket = client.connect()) {
            socket.getOutputStream()
                    .write("GET /picture HTTP/1.1\r\nHo".getBytes(StandardCharsets.US_ASCII));
            assertThat(RawClient.readHead(socket.getInputStream())).doesNotContain("200");
        } catch (SocketException reset) {
            // Closed is closed.
        }
        assertStillServes();
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

    @Test
    void only_this_machine_can_connect() {
        assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
    }
}
