package browser;

import kata.stage.Stage;
import kata.stage.StagesYaml;

import launch.KataCopy;
import launch.WatchProcess;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A copy of the kata, and {@code ./kata see} in it, which serves the pages of its lessons. */
final class ServedKata implements AutoCloseable {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final String FIRST = "part1/2-server-process";

    private final KataCopy copy;
    private final Process process;
    private final URI first;

    private ServedKata(KataCopy copy, Process process, URI first) {
        this.copy = copy;
        this.process = process;
        this.first = first;
    }

    /** Starts it, and waits until it serves. */
    static ServedKata start() {
        KataCopy copy = KataCopy.of(ROOT);
        var builder =
                new ProcessBuilder(
                                WatchProcess.script(copy.root(), "kata").toString(), "see", FIRST)
                        .directory(copy.root().toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        // A screen would have it open a browser of its own.
        builder.environment().keySet().removeAll(Set.of("DISPLAY", "WAYLAND_DISPLAY"));
        try {
            Process process = builder.start();
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            String line = lines.readLine();
            while (line != null && !line.contains("http://")) {
                line = lines.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("./kata see has ended instead of serving a page");
            }
            return new ServedKata(copy, process, URI.create(line.strip()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the paths of all stages. */
    static List<String> paths() {
        return StagesYaml.read(ROOT).stages().stream().map(Stage::path).toList();
    }

    KataCopy copy() {
        return copy;
    }

    Stage stage(String path) {
        return copy.kata().stage(path);
    }

    /** Returns the address of a stage's page. */
    URI address(String stage) {
        return first.resolve("/?stage=%s#%s".formatted(stage, first.getFragment()));
    }

    /** Has something done as a page of the stage would, behind the back of all pages. */
    void post(String stage, String path, String field, String value) {
        String form =
                "stage=%s&%s=%s"
                        .formatted(stage, field, URLEncoder.encode(value, StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(first.resolve(path))
                        .header("Authorization", "Bearer " + first.getFragment().split("=", 2)[1])
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("%s was answered with %d".formatted(path, status));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            process.outputWriter().close();
        } catch (IOException ended) {
            // That is what was to come.
        }
        process.onExit().join();
        copy.close();
    }
}
