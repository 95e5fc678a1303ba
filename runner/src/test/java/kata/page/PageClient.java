package kata.page;

import org.awaitility.Awaitility;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A page of a lesson without a browser: it listens, and asks for things. */
final class PageClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI address;
    private final String token;
    private final String stage;
    private final HttpURLConnection stream;
    private final Map<Integer, Entry> entries = new TreeMap<>();
    private JsonNode shell = JSON.createObjectNode();
    private JsonNode tests = JSON.createObjectNode();

    /** What was typed and printed, as the page knows it. */
    record Entry(String typed, String text, boolean running, boolean same, String note) {}

    private PageClient(URI page) throws IOException {
        this.address = page.resolve("/");
        this.token = page.getFragment().replaceFirst("token=", "");
        this.stage = page.getQuery().replaceFirst("stage=", "");
        this.stream = connect("events?stage=%s&token=%s".formatted(stage, token));
    }

    static PageClient open(URI page) {
        try {
            var client = new PageClient(page);
            Thread.ofPlatform().daemon().start(client::listen);
            return client;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private HttpURLConnection connect(String path) throws IOException {
        return (HttpURLConnection) address.resolve(path).toURL().openConnection();
    }

    private void listen() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("data: ")) {
                    take(JSON.readTree(line.substring("data: ".length())));
                }
                line = lines.readLine();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private synchronized void take(JsonNode news) {
        if (news.has("epoch") || news.has("restarted")) {
            entries.clear();
        }
        shell = news.has("shell") ? news.get("shell") : shell;
        tests = news.has("tests") ? news.get("tests") : tests;
        for (JsonNode entry : news.path("entries")) {
            int number = entry.get("number").asInt();
            String before = entries.containsKey(number) ? entries.get(number).text() : "";
            entries.put(
                    number,
                    new Entry(
                            entry.get("typed").values().stream()
                                    .map(JsonNode::asString)
                                    .collect(Collectors.joining("\n")),
                            before.substring(0, entry.get("from").asInt())
                                    + entry.get("text").asString(),
                            entry.get("running").asBoolean(),
                            entry.get("same").asBoolean(),
                            entry.get("note").asString()));
        }
    }

    synchronized String state() {
        return shell.path("state").asString("");
    }

    synchronized JsonNode tests() {
        return tests;
    }

    synchronized JsonNode shell() {
        return shell;
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** Waits until the shell can be typed into. */
    PageClient ready() {
        waitUntil(page -> page.state().equals("ready"));
        return this;
    }

    void waitUntil(Predicate<PageClient> isSo) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> isSo.test(this));
    }

    /** Types something, and returns what came of it once it has ended. */
    Entry type(String text) {
        begin(text);
        waitUntil(page -> page.last(text).filter(entry -> !entry.running()).isPresent());
        return last(text).orElseThrow();
    }

    /** Types something, and does not wait. */
    void begin(String text) {
        post("type", Map.of("text", text));
    }

    private Optional<Entry> last(String text) {
        return entries().reversed().stream()
                .filter(entry -> entry.typed().equals(text))
                .findFirst();
    }

    JsonNode post(String path, Map<String, String> fields) {
        return ask(path, fields, true);
    }

    JsonNode get(String path, Map<String, String> fields) {
        return ask(path, fields, false);
    }

    private JsonNode ask(String path, Map<String, String> fields, boolean isPost) {
        String form =
                "stage=%s&".formatted(stage)
                        + fields.entrySet().stream()
                                .map(field ->
                                        field.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
        try {
            HttpURLConnection request = connect(isPost ? path : path + "?" + form);
            request.setRequestProperty("Authorization", "Bearer " + token);
            if (isPost) {
                request.setDoOutput(true);
                request.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
            }
            try (var answer =
                    request.getResponseCode() < 400
                            ? request.getInputStream()
                            : request.getErrorStream()) {
                return JSON.readTree(answer.readAllBytes());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        stream.disconnect();
    }
}
