package kata.page;

import static org.assertj.core.api.Assertions.assertThat;

import kata.page.PageClient.Entry;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** This page runs code: what others try leads to nothing. */
class PageAttackTest extends PageInTest {

    private static final List<String> READS =
            List.of(
                    "lesson",
                    "map",
                    "glossary",
                    "search",
                    "hints",
                    "diff",
                    "solution",
                    "puzzle",
                    "file",
                    "nowhere");
    private static final List<String> ORDERS =
            List.of("run", "stop", "hint", "predict", "arrange", "leave");

    private static final String CODE = "stage=part1%2F1-numbers&text=System.out.println(%22ran%22)";

    @BeforeAll
    static void put_a_secret_beside_the_kata() throws IOException {
        Path secret = Files.writeString(folder.resolveSibling("secret.md"), "secret");
        Files.createSymbolicLink(folder.resolve("part1/1-numbers/link.md"), secret);
    }

    private String send(URI page, String request, String... headers) throws IOException {
        try (Socket socket = new Socket(page.getHost(), page.getPort())) {
            var text = new StringBuilder(request + " HTTP/1.1\r\nConnection: close\r\n");
            boolean hasHost = String.join("\n", headers).contains("Host: ");
            text.append(hasHost ? "" : "Host: 127.0.0.1:%d\r\n".formatted(page.getPort()));
            for (String header : headers) {
                text.append(header).append("\r\n");
            }
            text.append("Content-Type: application/x-www-form-urlencoded\r\n");
            text.append("Content-Length: %d\r\n\r\n%s".formatted(CODE.length(), CODE));
            socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String bearer(URI page) {
        return "Authorization: Bearer " + page.getFragment().replaceFirst("token=", "");
    }

    @Test
    void nobody_without_the_token_runs_a_line() throws IOException {
        URI page = address("part1/1-numbers");
        try (PageClient client = PageClient.open(page).ready()) {
            List<Entry> before = client.entries();
            assertThat(send(page, "POST /type")).startsWith("HTTP/1.1 401");
            assertThat(send(page, "POST /type?token=" + page.getFragment())).contains(" 401 ");
            assertThat(send(page, "POST /type", "Authorization: Bearer guess")).contains(" 401 ");
            assertThat(send(page, "GET /lesson?stage=part1/1-numbers")).contains(" 401 ");
            assertThat(send(page, "GET /events?stage=part1/1-numbers")).contains(" 401 ");
            assertThat(client.entries()).isEqualTo(before);
            client.type("1 + 1");
            assertThat(client.entries()).hasSize(before.size() + 1);
        }
    }

    @Test
    void a_page_of_another_site_runs_nothing_even_if_it_knew_the_token() throws IOException {
        URI page = address("part1/1-numbers");
        try (PageClient client = PageClient.open(page).ready()) {
            List<Entry> before = client.entries();
            for (String sign :
                    new String[] {
                        "Origin: http://evil.example",
                        "Origin: null",
                        "Sec-Fetch-Site: cross-site",
                        "Sec-Fetch-Site: same-site",
                        "Host: evil.example"
                    }) {
                assertThat(send(page, "POST /type", bearer(page), sign)).contains(" 403 ");
                assertThat(send(page, "GET /observer/part1/1-numbers/", sign)).contains(" 403 ");
            }
            assertThat(client.entries()).isEqualTo(before);
        }
    }

    @Test
    void the_observer_behind_the_page_is_as_closed_as_the_page() throws IOException {
        URI page = address("part1/1-numbers");
        try (PageClient client = PageClient.open(page).ready()) {
            String path = "/observer/part1/1-numbers/";
            assertThat(send(page, "GET " + path)).contains(" 200 ", "<title>Observer</title>");
            assertThat(send(page, "GET " + path + "picture")).contains(" 401 ");
            assertThat(send(page, "POST " + path + "lever")).contains(" 401 ");
            String picture = send(page, "GET " + path + "picture", bearer(page));
            assertThat(picture).contains(" 200 ", "\"processes\"").doesNotContain("token=");
            assertThat(send(page, "GET /observer/part1/2-average/", bearer(page)))
                    .contains(" 503 ");
            assertThat(client.state()).isEqualTo("ready");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.md",
                "/etc/passwd",
                "part1/../../secret.md",
                ".kata/progress",
                ".git/config",
                "part1/1-numbers/link.md",
                "part1/1-numbers/pom.xml",
                "part1//1-numbers/README.md",
                "\0.md",
                ""
            })
    void no_path_leads_out_of_the_kata(String path) {
        try (PageClient client = open("part1/1-numbers")) {
            assertThat(client.get("file", Map.of("path", path)).get("error").asString())
                    .isEqualTo("this file cannot be shown here");
            assertThat(
                            client.get("file", Map.of("path", "part1/1-numbers/README.md"))
                                    .get("html")
                                    .asString())
                    .startsWith("<h1 id=\"at-numbers\">Numbers</h1>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "/%2Fevil.example/", "/../2-average/", "/x/main.js"})
    void the_observers_path_leads_to_the_observer_alone(String below) throws IOException {
        URI page = address("part1/1-numbers");
        try (PageClient _ = PageClient.open(page).ready()) {
            String path = "GET /observer/part1/1-numbers" + below;
            assertThat(send(page, path, bearer(page))).contains(" 404 ");
        }
    }

    /** Whatever is in the fields, it is refused in a sentence, or does what it says. */
    @Test
    void no_field_makes_the_server_fail() {
        List<String> fields =
                List.of("exchange", "from", "text", "code", "task", "question", "letter");
        List<String> values =
                List.of("", "x", "-1", "1e9", "\0", "../..", "9".repeat(30), "%s", "\u202E<b>");
        try (PageClient page = open("part1/1-numbers").ready()) {
            for (String value : values) {
                Map<String, String> all = new HashMap<>(Map.of("again", "true", "sure", value));
                for (String field : List.of("q", "path", "seed", "order")) {
                    all.put(field, value);
                }
                fields.forEach(field -> all.put(field, value));
                for (String read : READS) {
                    assertThat(page.get(read, all).path("error").asString(""))
                            .as("%s %s", read, value)
                            .doesNotContain("the server has failed");
                }
                for (String order : ORDERS) {
                    assertThat(page.post(order, all).path("error").asString(""))
                            .as("%s %s", order, value)
                            .doesNotContain("the server has failed");
                }
            }
        }
    }

    @Test
    void what_is_not_understood_is_told_so_and_nothing_else_happens() {
        try (PageClient client = open("part1/1-numbers").ready()) {
            List<Entry> before = client.entries();
            assertThat(client.post("run", Map.of("exchange", "99")).has("error")).isTrue();
            assertThat(client.post("run", Map.of("exchange", "-1")).has("error")).isTrue();
            assertThat(client.post("run", Map.of("exchange", "x")).has("error")).isTrue();
            assertThat(client.post("type", Map.of("text", "x".repeat(20_001))).has("error"))
                    .isTrue();
            assertThat(client.post("type", Map.of("text", " ")).has("error")).isTrue();
            assertThat(client.post("hint", Map.of("task", "77")).has("error")).isTrue();
            assertThat(client.entries()).isEqualTo(before);
        }
    }
}
