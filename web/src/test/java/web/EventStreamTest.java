package web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A page whose line was cut comes back, and says what it was told last. */
class EventStreamTest extends AttackedServer {

    private void tell(int changes) {
        for (int version = 1; version <= changes; version++) {
            broadcast.add(new Broadcast.Change(version, "{\"n\":%d}".formatted(version)));
        }
    }

    /** Returns the first event that a page is sent which has heard of this one last. */
    private String first(String lastId) throws IOException {
        try (Socket socket = client.connect()) {
            String request =
                    "GET /events?token=%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nLast-Event-ID: %s\r\n\r\n"
                            .formatted(TOKEN, server.address().getPort(), lastId);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            RawClient.readUntil(socket.getInputStream(), "event: ");
            return RawClient.readUntil(socket.getInputStream(), "}");
        }
    }

    @Test
    void it_goes_on_where_it_was() throws IOException {
        tell(3);
        assertThat(first("epoch.1")).isEqualTo("changes\nid: epoch.2\ndata: {\"n\":2}");
    }

    @Test
    void it_begins_with_the_whole_picture_if_more_has_happened_than_is_kept() throws IOException {
        tell(1_000);
        assertThat(first("epoch.3")).startsWith("picture\n");
    }

    @Test
    void it_begins_with_the_whole_picture_if_it_knows_another_run_or_nothing() throws IOException {
        tell(3);
        for (String id : new String[] {"", "yesterday.3", "epoch", "epoch.", "epoch.x", "\\0"}) {
            assertThat(first(id)).as(id).startsWith("picture\n");
        }
    }
}
