package browser;

import org.awaitility.Awaitility;
import org.openqa.selenium.bidi.Command;
import org.openqa.selenium.bidi.Connection;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Firefox without a window, and with nothing in it from before. It speaks WebDriver BiDi by
 * itself, so it needs no driver.
 *
 * <p>Where there is none the tests are skipped, unless {@code -Dbrowser=demanded} says that they
 * must not be.
 */
final class Firefox implements AutoCloseable {

    /** Firefox writes into it, in its profile, where it listens. */
    private static final String ADDRESS = "WebDriverBiDiServer.json";

    private final Path profile;
    private final Process process;
    private final Connection connection;
    private final String tab;

    private Firefox(Path profile, Process process, Connection connection) {
        this.profile = profile;
        this.process = process;
        this.connection = connection;
        send("session.new", Map.of("capabilities", Map.of()));
        this.tab = text(first(send("browsingContext.getTree", Map.of()), "contexts"), "context");
    }

    /** Starts one. Takes some seconds. */
    static Firefox start() {
        Path firefox = Browser.found("Firefox", "firefox-esr", List.of("firefox-esr", "firefox"));
        try {
            Path profile = Files.createTempDirectory("firefox");
            Process process =
                    new ProcessBuilder(
                                    firefox.toString(),
                                    "--headless",
                                    "--no-remote",
                                    "--remote-debugging-port=0",
                                    "--profile",
                                    profile.toString(),
                                    "about:blank")
                            .redirectErrorStream(true)
                            .redirectOutput(profile.resolve("output").toFile())
                            .start();
            return new Firefox(profile, process, connect(profile.resolve(ADDRESS)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Connection connect(Path file) {
        Map<String, Object> server =
                Awaitility.await()
                        .atMost(Browser.PATIENCE)
                        .ignoreExceptions()
                        .until(
                                () -> new Json().toType(Files.readString(file), Json.MAP_TYPE),
                                map -> map != null);
        URI address =
                URI.create(
                        "ws://%s:%s/session"
                                .formatted(server.get("ws_host"), server.get("ws_port")));
        HttpClient client =
                HttpClient.Factory.createDefault()
                        .createClient(ClientConfig.defaultConfig().baseUri(address));
        return new Connection(client, address.toString());
    }

    private Map<String, Object> send(String method, Map<String, Object> fields) {
        return connection.sendAndWait(
                new Command<>(method, fields, Json.MAP_TYPE), Browser.PATIENCE);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Map<String, Object> answer, String field) {
        return ((List<Map<String, Object>>) answer.get(field)).getFirst();
    }

    private static String text(Map<String, Object> answer, String field) {
        return String.valueOf(answer.get(field));
    }

    /** Opens an address, and waits until all of its files are there. */
    void open(URI address) {
        for (String next : List.of("about:blank", address.toString())) {
            send(
                    "browsingContext.navigate",
                    Map.of("context", tab, "url", next, "wait", "complete"));
        }
    }

    /** Gives the page this size. */
    void resized(int width, int height) {
        send(
                "browsingContext.setViewport",
                Map.of("context", tab, "viewport", Map.of("width", width, "height", height)));
    }

    /** Returns the value of an expression in the page, or of what it promises, as text. */
    String script(String expression) {
        Map<String, Object> answer =
                send(
                        "script.evaluate",
                        Map.of(
                                "expression",
                                        "(async () => String(await (%s)))()".formatted(expression),
                                "target", Map.of("context", tab),
                                "awaitPromise", true));
        if (!"success".equals(answer.get("type"))) {
            throw new AssertionError("%s: %s".formatted(expression, answer));
        }
        return text(part(answer, "result"), "value");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> answer, String field) {
        return (Map<String, Object>) answer.get(field);
    }

    /** Waits until an expression in the page is true. */
    void waitUntil(String expression) {
        Awaitility.await()
                .alias(expression)
                .atMost(Browser.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> "true".equals(script("Boolean(%s)".formatted(expression))));
    }

    /** Presses keys, one after the other, wherever the focus is. */
    void type(String keys) {
        List<Map<String, String>> presses =
                keys.codePoints()
                        .mapToObj(Character::toString)
                        .flatMap(key ->
                                Stream.of("keyDown", "keyUp")
                                        .map(type -> Map.of("type", type, "value", key)))
                        .toList();
        send(
                "input.performActions",
                Map.of(
                        "context",
                        tab,
                        "actions",
                        List.of(Map.of("type", "key", "id", "keys", "actions", presses))));
    }

    @Override
    public void close() {
        connection.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(profile)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (IOException | UncheckedIOException stillWritten) {
            // The browser's last words; the machine clears its temporary folder itself.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
