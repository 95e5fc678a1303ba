package todo.profiler;

import otp.Down;
import otp.Processes;

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
        // Task 2: have every list started, so that starting is not measured.
        for (int number = 1; number <= LISTS; number++) {
            String name = "list " + number;
            Processes.spawnMonitor(() -> TodoCache.serverProcess(name));
        }
        for (int number = 1; number <= LISTS; number++) {
            var reason = Processes.receive(Down.class).reason();
            if (!reason.equals(otp.ExitReason.NORMAL)) {
                throw new otp.Exit(reason);
            }
        }
        // End of task 2.
    }

    static void findAnyList() {
        // Task 2: ask the cache for one of the lists, a random one.
        TodoCache.serverProcess("list " + ThreadLocalRandom.current().nextInt(1, LISTS + 1));
        // End of task 2.
    }
}
