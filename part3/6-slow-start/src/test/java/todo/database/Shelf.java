package todo.database;

import static java.util.concurrent.TimeUnit.SECONDS;

import otp.Pid;
import otp.Processes;

import todo.list.TodoList;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Stands in for a folder, for as long as a test lasts: it notes who works with it, and can hold
 * them up. One of its lists cannot be read.
 */
public final class Shelf implements Storage {

    /** The name of the list that cannot be read. */
    public static final String BROKEN_LIST = "the broken list";

    /** What is said of the list that cannot be read. */
    public static final Lookup.Broken BROKEN =
            new Lookup.Broken(Path.of("broken.json"), "it is not JSON");

    private final Map<String, TodoList> lists = new ConcurrentHashMap<>();
    private final Map<String, Hold> holds = new ConcurrentHashMap<>();
    private final Map<String, Integer> readings = new ConcurrentHashMap<>();
    private final Set<Pid<?>> workers = ConcurrentHashMap.newKeySet();

    /**
     * A list that a process has to wait for.
     *
     * @param reached opens when a process waits
     * @param released opens when no process has to wait any more
     */
    private record Hold(CountDownLatch reached, CountDownLatch released) {}

    /** From now on, a process that works with a list waits until it is released. */
    public void hold(String listName) {
        holds.put(listName, new Hold(new CountDownLatch(1), new CountDownLatch(1)));
    }

    /** Waits until a process works with a list that is held; fails if none does. */
    public void awaitWorkWith(String listName) throws InterruptedException {
        if (!holds.get(listName).reached().await(3, SECONDS)) {
            throw new AssertionError("no process has asked the disk for " + listName);
        }
    }

    /** Lets every process that works with a list go on, now and from now on. */
    public void release(String listName) {
        holds.remove(listName).released().countDown();
    }

    /** Returns the processes that have stored or looked for a list. */
    public Set<Pid<?>> workers() {
        return Set.copyOf(workers);
    }

    /** Returns how often a list was looked for, which every new server does once. */
    public int readings(String listName) {
        return readings.getOrDefault(listName, 0);
    }

    @Override
    public void store(String listName, TodoList list) {
        workWith(listName);
        lists.put(listName, list);
    }

    @Override
    public Lookup get(String listName) {
        readings.merge(listName, 1, Integer::sum);
        workWith(listName);
        if (listName.equals(BROKEN_LIST)) {
            return BROKEN;
        }
        TodoList list = lists.get(listName);
        return list == null ? new Lookup.None() : new Lookup.Found(list);
    }

    private void workWith(String listName) {
        workers.add(Processes.self());
        Hold hold = holds.get(listName);
        if (hold != null) {
            hold.reached().countDown();
            try {
                hold.released().await();
            } catch (InterruptedException end) {
                throw new IllegalStateException(end);
            }
        }
    }
}
