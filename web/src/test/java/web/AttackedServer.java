package web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import web.RawClient.Reply;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with one lever, which counts how often it is pulled. */
abstract class AttackedServer {

    static final String TOKEN = "s3cret";
    static final String RIGHT = "Authorization: Bearer " + TOKEN;
    static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    final AtomicInteger pulled = new AtomicInteger();
    final Broadcast broadcast = new Broadcast("epoch");
    PageServer server;
    RawClient client;

    @BeforeEach
    void start() throws IOException {
        var events = new EventSource(broadcast, () -> new Broadcast.Change(0, "{}"), _ -> "{}");
        Site site =
                new Site(
                        new StaticFiles(AttackedServer.class, "/attacked/"),
                        events,
                        Map.of(
                                "/picture",
                                _ -> Map.of("program", "the program"),
                                "/endless",
                                AttackedServer::endless),
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

    private static Object endless(Form form) {
        return List.of(endless(form));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    void assertStillServes() throws IOException {
        assertThat(client.send("GET /picture HTTP/1.1", RIGHT).text()).contains("the program");
    }

    Reply post(String body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Length: " + body.length());
        return client.send("POST /lever HTTP/1.1", all.toArray(String[]::new), body);
    }
}
