package todo.database;

import todo.list.TodoList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Stands in for a folder: it notes every operation, and stores can be held up, or fail. */
public final class Ledger implements Storage {

    private final Map<String, TodoList> lists;
    private final Queue<String> operations = new ConcurrentLinkedQueue<>();
    private final Runnable obstacle;

    private Ledger(Map<String, TodoList> lists, Runnable obstacle) {
        this.lists = new ConcurrentHashMap<>(lists);
        this.obstacle = obstacle;
    }

    /** Creates a storage with some lists in it. */
    public static Ledger with(Map<String, TodoList> lists) {
        return new Ledger(lists, () -> {});
    }

    /** Creates a storage in which no store ends before the latch opens. */
    public static Ledger heldUpBy(CountDownLatch open) {
        return new Ledger(Map.of(), () -> await(open));
    }

    /** Creates a storage in which every store fails. */
    public static Ledger full() {
        return new Ledger(Map.of(), Ledger::refuse);
    }

    /** Creates a storage in which every store fails with an error, and with no exception. */
    public static Ledger faulty() {
        return new Ledger(
                Map.of(),
                () -> {
                    throw new AssertionError("the storage is faulty");
                });
    }

    /** Returns what was done, such as {@code get Bob's list}, in order. */
    public List<String> operations() {
        return List.copyOf(operations);
    }

    @Override
    public void store(String listName, TodoList list) {
        operations.add("store " + listName);
        obstacle.run();
        lists.put(listName, list);
    }

    @Override
    public Lookup get(String listName) {
        operations.add("get " + listName);
        TodoList list = lists.get(listName);
        return list == null ? new Lookup.None() : new Lookup.Found(list);
    }

    private static void await(CountDownLatch open) {
        try {
            open.await();
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }

    private static void refuse() {
        throw new UncheckedIOException(new IOException("the storage is full"));
    }
}
