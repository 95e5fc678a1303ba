package todo.database;

import todo.list.TodoList;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in for a folder, for as long as a test lasts. One of its lists cannot be read. */
public final class Shelf implements Storage {

    /** The name of the list that cannot be read. */
    public static final String BROKEN_LIST = "the broken list";

    /** What is said of the list that cannot be read. */
    public static final Lookup.Broken BROKEN =
            new Lookup.Broken(Path.of("broken.json"), "it is not JSON");

    private final Map<String, TodoList> lists = new ConcurrentHashMap<>();

    @Override
    public void store(String listName, TodoList list) {
        lists.put(listName, list);
    }

    @Override
    public Lookup get(String listName) {
        if (listName.equals(BROKEN_LIST)) {
            return BROKEN;
        }
        TodoList list = lists.get(listName);
        return list == null ? new Lookup.None() : new Lookup.Found(list);
    }
}
