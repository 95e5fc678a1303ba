package observer;

import static observer.TestPage.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever is in the fields of a request, it is refused in a sentence, or done. */
class HostileFieldsTest extends ObservedShop {

    private static final List<String> VALUES =
            List.of("", "x", "-1", "1e9", "%00", "..%2F..", "9".repeat(30), "%E2%80%AE%3Cb%3E");

    private static final String[] READS = {"/process", "/children", "/search", "/rows", "/nowhere"};
    private static final String[] ORDERS = {"/lever", "/reveal", "/messages", "/nowhere"};

    @Test
    void no_field_makes_the_server_fail() {
        String process = page.living(":before").get("id").toString();
        String table =
                TestPage.some(() -> page.get("/picture").get("tables").valueStream().findFirst())
                        .get("id")
                        .asString();
        for (String value : VALUES) {
            ask(value, value, value);
            ask(process, table, value);
            for (String lever : List.of("exit", "slow", "suspend", "resume")) {
                assertNotFailed(
                        page.post("/lever", "lever=%s&%s".formatted(lever, all(process, value))));
            }
        }
        assertThat(text(page.living(":clerk"), "state")).isEqualTo("alive");
    }

    private void ask(String process, String table, String value) {
        for (String path : READS) {
            String fields = "?table=%s&%s".formatted(table, all(process, value));
            assertNotFailed(page.get(path + fields));
        }
        for (String path : ORDERS) {
            assertNotFailed(page.post(path, all(process, value)));
        }
    }

    private static String all(String process, String value) {
        return "id=%1$s&process=%1$s&".formatted(process)
                + Stream.of("from", "q", "of", "on", "reason", "millis", "lives", "ends")
                        .map(field -> field + "=" + value)
                        .collect(Collectors.joining("&"));
    }

    private static void assertNotFailed(JsonNode answer) {
        assertThat(answer.path("error").asString("")).doesNotContain("the server has failed");
    }
}
