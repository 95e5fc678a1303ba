package observer;

import static org.awaitility.Awaitility.await;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A page without a browser: it listens to the stream, and knows what a page would know. */
final class TestPage implements AutoCloseable {

    /** For how long a test waits for what has to come. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final int MOST_MESSAGES = 1_000;

    private final String base;
    private final String token;
    private final Map<Long, JsonNode> processes = new ConcurrentHashMap<>();
    private final ConcurrentNavigableMap<Long, JsonNode> messages = new ConcurrentSkipListMap<>();
    private final List<JsonNode> outcomes = new CopyOnWriteArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();

    private volatile JsonNode counts;
    private volatile String lastId;
    private volatile HttpURLConnection stream;

    TestPage(URI address) {
        base = "http://127.0.0.1:" + address.getPort();
        token = address.getFragment().substring("token=".length());
    }

    /** Begins to listen, as a page does that knows the given id; null stands for none. */
    TestPage listen(String id) {
        try {
            stream = open("/events?token=" + token);
            if (id != null) {
                stream.setRequestProperty("Last-Event-ID", id);
            }
            InputStream in = stream.getInputStream();
            Thread.ofPlatform().daemon().start(() -> read(in));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    private void read(InputStream in) {
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String event = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    hear(event, JSON.readTree(line.substring(6)));
                }
            }
        } catch (IOException gone) {
            // The test has closed the page, or the server has.
        }
    }

    private void hear(String event, JsonNode data) {
        if (event.equals("picture")) {
            processes.clear();
        }
        Optional.ofNullable(data.get("counts")).ifPresent(told -> counts = told);
        each(data, "processes").forEach(view -> processes.put(view.get("id").longValue(), view));
        each(data, "gone").forEach(id -> processes.remove(id.longValue()));
        each(data, "messages").forEach(view -> messages.put(view.get("n").longValue(), view));
        while (messages.size() > MOST_MESSAGES) {
            messages.pollFirstEntry();
        }
        each(data, "outcomes").forEach(outcomes::add);
        events.add(event);
    }

    private static Stream<JsonNode> each(JsonNode data, String part) {
        return Optional.ofNullable(data.get(part)).stream().flatMap(JsonNode::valueStream);
    }

    List<String> events() {
        return events;
    }

    String lastId() {
        return lastId;
    }

    JsonNode counts() {
        return counts;
    }

    Map<Long, JsonNode> messages() {
        return messages;
    }

    Stream<JsonNode> processes() {
        return processes.values().stream();
    }

    /** Waits until there is a process in the picture that is meant, and returns it. */
    JsonNode process(Predicate<JsonNode> meant) {
        return some(() -> processes().filter(meant).findFirst());
    }

    JsonNode living(String title) {
        return process(
                view -> text(view, "title").equals(title) && text(view, "state").equals("alive"));
    }

    List<JsonNode> outcomes() {
        return outcomes;
    }

    JsonNode outcome() {
        return some(() -> outcomes.stream().findFirst());
    }

    static <T> T some(Supplier<Optional<T>> source) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(source::get, Optional::isPresent)
                .orElseThrow();
    }

    static String text(JsonNode view, String field) {
        return view.get(field).isNull() ? "" : view.get(field).asString();
    }

    JsonNode get(String path) {
        return send(path, null);
    }

    JsonNode post(String path, String form) {
        return send(path, form);
    }

    JsonNode pull(String lever, JsonNode process, String more) {
        return post("/lever", "lever=%s&process=%s%s".formatted(lever, process.get("id"), more));
    }

    private JsonNode send(String path, String form) {
        try {
            HttpURLConnection request = open(path);
            request.setRequestProperty("Authorization", "Bearer " + token);
            if (form != null) {
                request.setDoOutput(true);
                request.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
            }
            InputStream answer =
                    request.getResponseCode() < 400
                            ? request.getInputStream()
                            : request.getErrorStream();
            return JSON.readTree(answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        try {
            return (HttpURLConnection) new URI(base + path).toURL().openConnection();
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    @Override
    public void close() {
        stream.disconnect();
    }
}
