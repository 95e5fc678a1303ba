package todo.database;

import todo.list.TodoList;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Stands in for a folder: it notes every operation, and stores can be held up. */
public final class Ledger implements Storage {

    private final Map<String, TodoList> lists;
    private final Queue<String> operations = new ConcurrentLinkedQueue<>();
    private final CountDownLatch open;

    private Ledger(Map<String, TodoList> lists, CountDownLatch open) {
        this.lists = new ConcurrentHashMap<>(lists);
        this.open = open;
    }

    /** Creates a storage with some lists in it. */
    public static Ledger with(Map<String, TodoList> lists) {
        return new Ledger(lists, new CountDownLatch(0));
    }

    /** Creates a storage in which no store ends before the latch opens. */
    public static Ledger heldUpBy(CountDownLatch open) {
        return new Ledger(Map.of(), open);
    }

    /** Returns what was done, such as {@code get Bob's list}, in order. */
    public List<String> operations() {
        return List.copyOf(operations);
    }

    @Override
    public void store(String listName, TodoList list) {
        operations.add("store " + listName);
        try {
            open.await();
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
        lists.put(listName, list);
    }

    @Override
    public Lookup get(String listName) {
        operations.add("get " + listName);
        TodoList list = lists.get(listName);
        return list == null ? new Lookup.None() : new Lookup.Found(list);
    }
}
