package todo.database;

import otp.Pid;
import otp.Processes;

import todo.list.TodoList;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Stands in for a folder: it notes who works with it, and can be slow with a list. */
public final class Shelf implements Storage {

    private final Map<String, TodoList> lists = new ConcurrentHashMap<>();
    private final Set<Pid<?>> workers = ConcurrentHashMap.newKeySet();
    private final Map<String, CountDownLatch> slow = new ConcurrentHashMap<>();

    /** From now on, a process that works with a list waits until the returned latch opens. */
    public CountDownLatch slowWith(String listName) {
        CountDownLatch latch = new CountDownLatch(1);
        slow.put(listName, latch);
        return latch;
    }

    /** Returns the processes that have stored or looked for a list. */
    public Set<Pid<?>> workers() {
        return Set.copyOf(workers);
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
        workers.add(Processes.self());
        CountDownLatch latch = slow.get(listName);
        try {
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }
}
