package web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a page, by the paths under which they are asked for. They are read once, and nothing
 * else is ever looked for: a path that is not among them leads nowhere. With them come those that
 * the pages have in common.
 */
public final class StaticFiles {

    /** Names them, one a line. */
    private static final String LIST = "files.txt";

    private static final String COMMON = "/web/";

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

    /**
     * Reads all files of a page.
     *
     * @param owner a class that is loaded from where the files are
     * @param folder their folder among the resources, such as {@code /observer/}; its {@code
     *     files.txt} names them
     */
    public StaticFiles(Class<?> owner, String folder) {
        addAll(StaticFiles.class, COMMON);
        addAll(owner, folder);
        byPath.put("/", byPath.get("/" + FIRST));
    }

    private void addAll(Class<?> owner, String folder) {
        new String(read(owner, folder + LIST), StandardCharsets.UTF_8)
                .lines()
                .forEach(name -> add(name, read(owner, folder + name)));
    }

    /** Returns the file that is asked for by a path, if there is one. */
    Optional<StaticFile> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private void add(String name, byte[] bytes) {
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        byPath.put("/" + name, new StaticFile(TYPES.get(suffix), bytes));
    }

    private static byte[] read(Class<?> owner, String name) {
        try (InputStream file = owner.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the page's file %s is missing".formatted(name));
            }
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
