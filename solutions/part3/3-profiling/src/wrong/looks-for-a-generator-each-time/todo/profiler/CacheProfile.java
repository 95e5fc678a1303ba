package todo.profiler;

import todo.cache.TodoCache;

import java.util.random.RandomGenerator;

/** How the cache does under load: clients that ask again and again for one of a hundred lists. */
public final class CacheProfile {

    /** How many lists there are; their numbers begin with 1. */
    static final int LISTS = 100;

    private CacheProfile() {}

    /** Measures the cache of the system that runs; the lists are started before. */
    public static Profile run(int operations, int clients) {
        startAllLists();
        return Profiler.run(CacheProfile::findAnyList, operations, clients);
    }

    static void startAllLists() {
        for (int number = 1; number <= LISTS; number++) {
            TodoCache.serverProcess("list " + number);
        }
    }

    static void findAnyList() {
        TodoCache.serverProcess("list " + RandomGenerator.getDefault().nextInt(1, LISTS + 1));
    }
}
