package todo.profiler;

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
        // TODO 2: have every list started, so that starting is not measured.
        throw new UnsupportedOperationException(
                "TODO 2: have every list started, so that starting is not measured.");
    }

    static void findAnyList() {
        // TODO 2: ask the cache for one of the lists, a random one.
        throw new UnsupportedOperationException(
                "TODO 2: ask the cache for one of the lists, a random one.");
    }
}
