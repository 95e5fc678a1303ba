package todo.database;

import todo.list.TodoList;

/**
 * A place for lists that outlives every process. Its methods block until the place has answered.
 */
public interface Storage {

    /**
     * Stores a list in place of what was stored under its name before.
     *
     * @throws java.io.UncheckedIOException if it cannot; what was stored before is still there
     */
    void store(String listName, TodoList list);

    /** Looks for the list that was stored last under a name; failures are {@link Lookup.Broken}. */
    Lookup get(String listName);
}
