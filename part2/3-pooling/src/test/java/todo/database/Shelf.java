package todo.database;

import otp.Pid;
import otp.Processes;

import todo.list.TodoList;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Stands in for a folder: it notes who works with which list, and can be slow with a list. */
public final class Shelf implements Storage {

    private final Map<String, TodoList> lists = new ConcurrentHashMap<>();
    private final Map<String, Set<Pid<?>>> workers = new ConcurrentHashMap<>();
    private final Map<String, Slowness> slow = new ConcurrentHashMap<>();

    /**
     * Keeps a process that works with a list.
     *
     * @param begin opens when a process has begun to work with the list
     * @param end a process that works with the list waits until it opens
     */
    public record Slowness(CountDownLatch begin, CountDownLatch end) {}

    /** From now on, a process that works with a list waits until the returned end opens. */
    public Slowness slowWith(String listName) {
        Slowness slowness = new Slowness(new CountDownLatch(1), new CountDownLatch(1));
        slow.put(listName, slowness);
        return slowness;
    }

    /** Returns the processes that have stored or looked for a list. */
    public Set<Pid<?>> workersOf(String listName) {
        return Set.copyOf(workers.getOrDefault(listName, Set.of()));
    }

    /** Tells whether a list has been stored. */
    public boolean has(String listName) {
        return lists.containsKey(listName);
    }

    @Override
    public void store(String listName, TodoList list) {
        work(listName);
        lists.put(listName, list);
    }

    @Override
    public Lookup get(String listName) {
        work(listName);
        TodoList list = lists.get(listName);
        return list == null ? new Lookup.None() : new Lookup.Found(list);
    }

    private void work(String listName) {
        workers.computeIfAbsent(listName, _ -> ConcurrentHashMap.newKeySet()).add(Processes.self());
        Slowness slowness = slow.get(listName);
        if (slowness != null) {
            slowness.begin().countDown();
            await(slowness.end());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }
}
