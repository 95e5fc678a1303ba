package kata.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java file's text, whether it stands on disk or was derived.
 *
 * @param shownAs the name by which messages call it: its path below the kata's root
 * @param path its path below its source folder, with slashes, such as {@code todo/TodoCache.java}
 */
public record SourceFile(String shownAs, String path, String text) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads the Java files of a source folder, sorted by path; none if there is no such folder.
     *
     * @throws KataException if a file cannot be read, is not UTF-8, or begins with a byte order
     *     mark
     */
    public static List<SourceFile> in(Path root, Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = walk(folder)) {
            return files.map(file -> read(root, folder, file))
                    .sorted((one, other) -> one.path().compareTo(other.path()))
                    .toList();
        } catch (IOException | UncheckedIOException failure) {
            throw KataException.notRead(slashes(root.relativize(folder)), failure);
        }
    }

    /**
     * Walks over the Java files of a folder, also through symbolic links. What begins with a point
     * is nobody's source: systems and editors leave such files beside others.
     *
     * @throws IOException if the folder cannot be read; while walking, unchecked
     */
    public static Stream<Path> walk(Path folder) throws IOException {
        return Files.walk(folder, FileVisitOption.FOLLOW_LINKS)
                .filter(SourceFile::hasSourceName)
                .filter(Files::isRegularFile);
    }

    /** Tells whether a file is a source by its name, be it that it has vanished. */
    public static boolean hasSourceName(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !name.startsWith(".");
    }

    private static SourceFile read(Path root, Path folder, Path file) {
        String shownAs = slashes(root.relativize(file));
        try {
            String text = Files.readString(file);
            if (text.startsWith(BYTE_ORDER_MARK)) {
                throw new KataException(
                        shownAs
                                + " begins with a byte order mark, which Java cannot read: save it"
                                + " as UTF-8 without one.");
            }
            return new SourceFile(shownAs, slashes(folder.relativize(file)), text);
        } catch (CharacterCodingException failure) {
            throw new KataException(shownAs + " is not UTF-8 text: save it as UTF-8.", failure);
        } catch (IOException failure) {
            throw KataException.notRead(shownAs, failure);
        }
    }

    /** Returns a file of the same path that is shown by another name, and says something else. */
    public SourceFile as(String otherName, String otherText) {
        return new SourceFile(otherName, path, otherText);
    }

    /** Returns files by their paths, in their order; of two with the same path the last. */
    public static Map<String, SourceFile> byPath(Stream<SourceFile> files) {
        return files.collect(
                Collectors.toMap(
                        SourceFile::path, file -> file, (_, last) -> last, LinkedHashMap::new));
    }

    /** Returns a path as messages show it, on every system. */
    public static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
