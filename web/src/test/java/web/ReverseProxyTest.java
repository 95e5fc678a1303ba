package web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A server whose page stands in a frame of another server's page. */
class ReverseProxyTest extends AttackedServer {

    private static final String FRONT_TOKEN = "front";
    private static final String FRONT = "Authorization: Bearer " + FRONT_TOKEN;

    private PageServer front;
    private RawClient there;

    @BeforeEach
    void startFront() throws IOException {
        URI behind = server.address();
        var events = new EventSource(broadcast, () -> new Broadcast.Change(0, "{}"), _ -> "{}");
        var site =
                new Site(
                        new StaticFiles(AttackedServer.class, "/attacked/"),
                        _ -> events,
                        Map.of(),
                        Map.of(),
                        path ->
                                path.startsWith("/behind/")
                                        ? Optional.of(
                                                behind.resolve(
                                                        path.substring("/behind".length())
                                                                + "#"
                                                                + behind.getFragment()))
                                        : Optional.empty());
        front = PageServer.start(0, FRONT_TOKEN, site);
        there = new RawClient(front.address());
    }

    @AfterEach
    void stopFront() {
        front.close();
    }

    @Test
    void files_questions_and_orders_get_through() throws IOException {
        assertThat(there.send("GET /behind/ HTTP/1.1").text()).contains("A page that is attacked");
        assertThat(there.send("GET /behind/picture?a=b HTTP/1.1", FRONT).text())
                .contains("the program");
        var lever =
                there.send(
                        "POST /behind/lever HTTP/1.1",
                        new String[] {FRONT, FORM, "Content-Length: 9"},
                        "process=7");
        assertThat(lever.text()).contains("\"got\":\"7\"");
        assertThat(pulled).hasValue(1);
    }

    @Test
    void only_who_knows_the_front_gets_to_what_is_behind() throws IOException {
        for (String header : new String[] {"Accept: */*", RIGHT, "Authorization: Bearer x"}) {
            assertThat(there.send("GET /behind/picture HTTP/1.1", header).status()).isEqualTo(401);
        }
        assertThat(there.send("GET /behind/events?token=s3cret HTTP/1.1").status()).isEqualTo(401);
        assertThat(
                        there.send(
                                        "GET /behind/picture HTTP/1.1",
                                        FRONT,
                                        "Origin: http://evil.example")
                                .status())
                .isEqualTo(403);
        assertThat(pulled).hasValue(0);
    }

    @Test
    void the_token_in_the_query_opens_nothing_but_the_stream() throws IOException {
        String field = "?token=" + FRONT_TOKEN;
        assertThat(there.send("GET /behind/picture%s HTTP/1.1".formatted(field)).status())
                .isEqualTo(401);
        var lever =
                there.send(
                        "POST /behind/lever%s HTTP/1.1".formatted(field),
                        new String[] {FORM, "Content-Length: 9"},
                        "process=7");
        assertThat(lever.status()).isEqualTo(401);
        assertThat(pulled).hasValue(0);
    }

    @Test
    void no_path_leads_to_another_machine() throws IOException {
        for (String path : new String[] {"//evil.example/", "/%2Fevil.example/", "//[::1]/"}) {
            assertThat(there.send("GET /behind%s HTTP/1.1".formatted(path), FRONT).status())
                    .isIn(400, 404);
        }
    }

    @Test
    void every_answer_has_the_headers_of_the_front() throws IOException {
        assertThat(there.send("GET /behind/picture HTTP/1.1", FRONT).text().toLowerCase())
                .contains("content-security-policy: default-src 'none';", "nosniff")
                .doesNotContain("s3cret");
    }

    @Test
    void what_is_not_there_is_told_so() throws IOException {
        server.close();
        assertThat(there.send("GET /behind/picture HTTP/1.1", FRONT).status()).isEqualTo(502);
    }
}
