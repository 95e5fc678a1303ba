package todo.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import todo.list.TodoList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

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
            return new Lookup.Found(ListFormat.read(listName, Files.readAllBytes(file)));
        } catch (NoSuchFileException missing) {
            return new Lookup.None();
        } catch (IOException failure) {
            return new Lookup.Broken(file, failure.toString());
        }
    }

    private Path file(String listName) {
        return path.resolve(listName + ".json");
    }
}
