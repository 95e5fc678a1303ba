package todo.database;

import static java.util.concurrent.TimeUnit.SECONDS;

import todo.list.TodoList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for a folder, for as long as a test lasts: it notes who works with it, and can hold
 * them up. One of its lists can be neither read nor written.
 */
public final class Shelf implements Storage {

    /** The name of the list that can be neither read nor written. */
    public static final String BROKEN_LIST = "the broken list";

    /** What is said of the list that cannot be read. */
    public static final Lookup.Broken BROKEN =
            new Lookup.Broken(Path.of("broken.json"), "it is not JSON");

    private final Map<String, TodoList> lists = new ConcurrentHashMap<>();
    private final Map<String, Hold> holds = new ConcurrentHashMap<>();
    private final Map<String, Integer> readings = new ConcurrentHashMap<>();
    private final Map<String, Integer> writings = new ConcurrentHashMap<>();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger mostAtWork = new AtomicInteger();

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

    /** Returns how often a list was looked for, which every new server does once. */
    public int readings(String listName) {
        return readings.getOrDefault(listName, 0);
    }

    /** Returns how often a list was written. */
    public int writings(String listName) {
        return writings.getOrDefault(listName, 0);
    }

    /** Returns the list that was written last, without asking any process. */
    public Optional<TodoList> written(String listName) {
        return Optional.ofNullable(lists.get(listName));
    }

    /** Returns how many processes have worked with lists at the same time, at most. */
    public int mostAtWork() {
        return mostAtWork.get();
    }

    @Override
    public void store(String listName, TodoList list) {
        writings.merge(listName, 1, Integer::sum);
        workWith(listName);
        if (listName.equals(BROKEN_LIST)) {
            throw new UncheckedIOException(new IOException("the disk is full"));
        }
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
        mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
        try {
            waitFor(listName);
        } finally {
            atWork.decrementAndGet();
        }
    }

    private void waitFor(String listName) {
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
