package web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A browser has six connections for all of its pages: streams do not keep them all. */
class TurnsTest extends AttackedServer {

    private static final Executor READERS = Thread::startVirtualThread;

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

    /** Which of them is the first to look whether its turn is over is a matter of luck. */
    private String textOfTheFirstThatEnds() {
        var ends =
                streams.stream()
                        .map(stream -> CompletableFuture.supplyAsync(() -> textOf(stream), READERS))
                        .toArray(CompletableFuture<?>[]::new);
        return (String) CompletableFuture.anyOf(ends).orTimeout(3, TimeUnit.MINUTES).join();
    }

    private static String textOf(Socket stream) {
        try {
            return RawClient.readUntil(stream.getInputStream(), "\r\n0\r\n\r\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
    void of_many_streams_one_ends_after_a_while_so_that_its_page_can_come_back()
            throws IOException {
        for (int number = 0; number < 5; number++) {
            listen();
        }
        assertThat(textOfTheFirstThatEnds()).endsWith("\r\n0\r\n\r\n");
        assertStillServes();
    }
}
