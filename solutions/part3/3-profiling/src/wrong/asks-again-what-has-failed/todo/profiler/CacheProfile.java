package todo.profiler;

import otp.Exit;

import todo.cache.TodoCache;

import java.util.concurrent.ThreadLocalRandom;

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
        String name = "list " + ThreadLocalRandom.current().nextInt(1, LISTS + 1);
        try {
            TodoCache.serverProcess(name);
        } catch (Exit e) {
            TodoCache.serverProcess(name);
        }
    }
}
