package observer.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the page, by the paths under which they are asked for. They are read once, and
 * nothing else is ever looked for: a path that is not among them leads nowhere.
 */
final class StaticFiles {

    /** Names them, one a line. */
    private static final String LIST = "files.txt";

    private static final String FIRST = "index.html";

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml");

    /**
     * A file.
     *
     * @param type its media type
     * @param bytes what is in it
     */
    record StaticFile(String type, byte[] bytes) {}

    private final Map<String, StaticFile> byPath = new HashMap<>();

    /** Reads all files. */
    StaticFiles() {
        new String(read(LIST), StandardCharsets.UTF_8).lines().forEach(this::add);
        byPath.put("/", byPath.get("/" + FIRST));
    }

    /** Returns the file that is asked for by a path, if there is one. */
    Optional<StaticFile> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private void add(String name) {
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        byPath.put("/" + name, new StaticFile(TYPES.get(suffix), read(name)));
    }

    private static byte[] read(String name) {
        try (InputStream file = StaticFiles.class.getResourceAsStream("/observer/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the page's file %s is missing".formatted(name));
            }
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
