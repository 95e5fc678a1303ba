package todo.profiler;

import todo.cache.TodoCache;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** How the cache does under load: clients that ask again and again for one of a hundred lists. */
public final class CacheProfile {

    /** How many lists there are; their numbers begin with 1. */
    static final int LISTS = 100;

    private static final List<String> NAMES =
            IntStream.rangeClosed(1, LISTS).mapToObj(number -> "list " + number).toList();

    private CacheProfile() {}

    /** Measures the cache of the system that runs; the lists are started before. */
    public static Profile run(int operations, int clients) {
        startAllLists();
        return Profiler.run(CacheProfile::findAnyList, operations, clients);
    }

    static void startAllLists() {
        NAMES.forEach(TodoCache::serverProcess);
    }

    static void findAnyList() {
        TodoCache.serverProcess(NAMES.get(ThreadLocalRandom.current().nextInt(LISTS)));
    }
}
