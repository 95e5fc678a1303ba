package kata.page;

import kata.Patience;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of a lesson without a browser: it listens, and asks for things. */
final class PageClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration RETRY = Duration.ofMillis(50);

    private final URI address;
    private final String token;
    private final String stage;
    private final HttpClient http = HttpClient.newHttpClient();
    private final TreeMap<Integer, Entry> entries = new TreeMap<>();
    private volatile boolean isClosed;
    private JsonNode shell = JSON.createObjectNode();
    private JsonNode tests = JSON.createObjectNode();

    /** What was typed and printed, as the page knows it. */
    record Entry(String typed, String text, boolean running, boolean same, String note) {}

    private PageClient(URI page) {
        this.address = page.resolve("/");
        this.token = page.getFragment().replaceFirst("token=", "");
        this.stage = page.getQuery().replaceFirst("stage=", "");
    }

    static PageClient open(URI page) {
        var client = new PageClient(page);
        Thread.ofPlatform().daemon().start(client::listen);
        return client;
    }

    /** Comes back, as a page does, when its stream has ended or there was no room for it. */
    private void listen() {
        try {
            while (!isClosed) {
                hear();
                Thread.sleep(RETRY);
            }
        } catch (IOException | UncheckedIOException closed) {
            // The test is over.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear() throws IOException, InterruptedException {
        HttpRequest stream = request("events?stage=%s&token=%s".formatted(stage, token)).build();
        try (Stream<String> lines = http.send(stream, BodyHandlers.ofLines()).body()) {
            lines.filter(line -> line.startsWith("data: "))
                    .map(line -> JSON.readTree(line.substring("data: ".length())))
                    .forEach(this::take);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path));
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
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(Patience.LIMIT)
                    .until(() -> isSo.test(this));
        } catch (ConditionTimeoutException timeout) {
            throw new AssertionError("never so: %s, %s".formatted(shell(), entries()), timeout);
        }
    }

    /** Begins a new shell with the learner's code or the maintainers', as {@link #ready} does. */
    PageClient beginAnew(String code) {
        waitUntil(page -> page.shell().has("number"));
        int before = shell().get("number").asInt();
        post("begin", Map.of("code", code));
        waitUntil(page ->
                page.shell().get("number").asInt() > before && page.state().equals("ready"));
        return this;
    }

    /** Types something, and returns what came of it once it has ended. */
    Entry type(String text) {
        int before = lastNumber();
        begin(text);
        waitUntil(page -> page.after(before, text).filter(entry -> !entry.running()).isPresent());
        return after(before, text).orElseThrow();
    }

    /** Types something, and does not wait. */
    void begin(String text) {
        post("type", Map.of("text", text));
    }

    private synchronized int lastNumber() {
        return entries.isEmpty() ? -1 : entries.lastKey();
    }

    private synchronized Optional<Entry> after(int number, String text) {
        return entries.tailMap(number, false).values().stream()
                .filter(entry -> entry.typed().equals(text))
                .findFirst();
    }

    /** Asks what runs now to stop. */
    void stop(boolean byForce) {
        stop(shell(), byForce);
    }

    /** Asks what ran when the shell was like this to stop. */
    void stop(JsonNode shown, boolean byForce) {
        post(
                "stop",
                Map.of(
                        "shell", shown.get("number").asString(),
                        "run", shown.get("run").asString(),
                        "force", String.valueOf(byForce)));
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
        HttpRequest.Builder request =
                isPost
                        ? request(path).POST(BodyPublishers.ofString(form))
                        : request(path + "?" + form);
        request.timeout(Patience.LIMIT);
        request.header("Authorization", "Bearer " + token);
        request.header("Content-Type", "application/x-www-form-urlencoded");
        try {
            return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted while the page was asked", interrupted);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        http.shutdownNow();
    }
}
