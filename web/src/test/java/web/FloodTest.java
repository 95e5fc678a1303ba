package web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Too much of everything: nothing of it ends the server. */
class FloodTest extends AttackedServer {

    /** Less than a connection that says nothing is kept. */
    private static final Duration SOON = Duration.ofSeconds(4);

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
                                    .filter(thread -> thread.getName().startsWith("web-request"))
                                    .count())
                    .isLessThanOrEqualTo(64);
            await().atMost(Duration.ofMinutes(3))
                    .ignoreExceptions()
                    .untilAsserted(this::assertStillServes);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
        assertStillServes();
    }

    /** How a crowd begins, and never goes on. */
    static Stream<String> beginnings() {
        String body = "Content-Length: 5\r\n\r\n";
        return Stream.of(
                "GET /picture HTTP/1.1\r\nHo",
                "POST /lever HTTP/1.1\r\nHost: %1$s\r\n" + body,
                "POST /lever HTTP/1.1\r\nHost: %1$s\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n",
                "POST /lever HTTP/1.1\r\nHost: %1$s\r\nExpect: 100-continue\r\n" + body,
                "POST /lever HTTP/1.1\r\nHost: evil.example\r\n" + body,
                "GET / HTTP/1.1\r\nHost: %1$s\r\n" + body);
    }

    /** Again if need be: a busy machine serves late, but not each time. */
    @ParameterizedTest
    @MethodSource("beginnings")
    void a_crowd_that_does_not_go_on_keeps_nobody_out(String beginning) {
        String host = "127.0.0.1:" + server.address().getPort();
        byte[] begun = beginning.formatted(host).getBytes(StandardCharsets.US_ASCII);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> timeToServeInCrowd(begun).compareTo(SOON) < 0);
    }

    private Duration timeToServeInCrowd(byte[] begun) throws IOException {
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int number = 0; number < 200; number++) {
                Socket socket = client.connect();
                crowd.add(socket);
                socket.getOutputStream().write(begun);
            }
            long start = System.nanoTime();
            assertStillServes();
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
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
}
