package todo.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import todo.list.TodoList;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A folder that holds one file for each list. It is created when the first list is stored.
 *
 * @param path where the folder is
 */
public record ListFolder(Path path) implements Storage {

    @Override
    public void store(String listName, TodoList list) {
        Path file = file(listName);
        byte[] content = ListFormat.write(listName, list);
        try {
            Files.createDirectories(path);
            Path draft = Files.createTempFile(path, "list", ".draft");
            Files.write(draft, content);
            Files.move(draft, file, ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Lookup get(String listName) {
        Path file = file(listName);
        try {
            InputStream content = Files.newInputStream(file);
            return new Lookup.Found(ListFormat.read(listName, content.readAllBytes()));
        } catch (NoSuchFileException missing) {
            return new Lookup.None();
        } catch (IOException failure) {
            return new Lookup.Broken(file, failure.toString());
        }
    }

    /** Any string can name a list, but not a file: the file is called by the name's fingerprint. */
    private Path file(String listName) {
        return path.resolve(HexFormat.of().formatHex(sha256(codeUnits(listName))) + ".json");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** A charset would replace half of a surrogate pair, and so take different names for one. */
    private static byte[] codeUnits(String text) {
        ByteBuffer units = ByteBuffer.allocate(text.length() * Character.BYTES);
        units.asCharBuffer().put(text);
        return units.array();
    }
}
