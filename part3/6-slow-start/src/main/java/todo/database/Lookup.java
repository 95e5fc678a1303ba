package todo.database;

import todo.list.TodoList;

import java.nio.file.Path;

/** What came of looking for a list that may have been stored. */
public sealed interface Lookup {

    /**
     * The list was stored.
     *
     * @param list the list as it was stored last
     */
    record Found(TodoList list) implements Lookup {}

    /** No list of that name was ever stored. */
    record None() implements Lookup {}

    /**
     * Something was stored, but it cannot be read; it stays as it is.
     *
     * @param file what cannot be read
     * @param problem why not
     */
    record Broken(Path file, String problem) implements Lookup {}
}
