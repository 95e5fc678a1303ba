package web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A browser has six connections for all of its pages: streams do not keep them all. */
class TurnsTest extends AttackedServer {

    private final List<Socket> streams = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket stream : streams) {
            stream.close();
        }
    }

    private Socket listen() throws IOException {
        Socket stream = client.connect();
        streams.add(stream);
        String request =
                "GET /events?token=%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"
                        .formatted(TOKEN, server.address().getPort());
        stream.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        RawClient.readUntil(stream.getInputStream(), "event: picture");
        return stream;
    }

    /** Reads until the next sign of life; fails if the stream ends before. */
    private static void assertLives(Socket stream) throws IOException {
        assertThat(RawClient.readUntil(stream.getInputStream(), "event: changes"))
                .endsWith("event: changes");
    }

    @Test
    void a_few_streams_are_left_alone() throws IOException {
        for (int number = 0; number < 4; number++) {
            listen();
        }
        for (Socket stream : streams) {
            assertLives(stream);
            assertLives(stream);
        }
    }

    @Test
    void of_many_streams_each_ends_after_a_while_so_that_its_page_can_come_back()
            throws IOException {
        for (int number = 0; number < 5; number++) {
            listen();
        }
        Socket first = streams.getFirst();
        assertThat(RawClient.readUntil(first.getInputStream(), "\r\n0\r\n\r\n"))
                .endsWith("0\r\n\r\n");
        first.close();
        for (Socket stream : streams.subList(1, 5)) {
            RawClient.readUntil(stream.getInputStream(), "event: changes");
        }
        assertStillServes();
    }
}
