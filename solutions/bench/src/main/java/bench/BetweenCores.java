package bench;

/**
 * How far the machine's cores are from each other: how long a value takes to the other core and
 * back. Whoever exchanges messages pays it again and again. On a virtual machine it changes from
 * minute to minute by several times, with the cores of the host that it is given, and rates change
 * with it: only those are comparable that were measured at the same distance.
 */
final class BetweenCores {

    private static final int TRIPS = 10;
    private static final long ROUND_NANOS = 20_000_000;
    private static final long END = -1;

    private volatile long value;

    private BetweenCores() {}

    /**
     * Returns the seconds of a round trip, as a median; blocks for half a second. Not for a process
     * that has one core only: there, each trip would wait for the other thread's time to be over.
     */
    static double seconds() throws Exception {
        BetweenCores cores = new BetweenCores();
        Thread other = Thread.ofPlatform().start(cores::answer);
        double seconds = Rounds.median(cores::secondsOfATrip);
        cores.value = END;
        other.join();
        return seconds;
    }

    private double secondsOfATrip() {
        long begin = System.nanoTime();
        long now = begin;
        long trips = 0;
        while (now - begin < ROUND_NANOS) {
            ask();
            trips += TRIPS;
            now = System.nanoTime();
        }
        return (now - begin) / 1e9 / trips;
    }

    /** Odd values are questions, even ones the answers. */
    private void ask() {
        for (int i = 0; i < TRIPS; i++) {
            long question = value + 1;
            value = question;
            while (value == question) {
                Thread.onSpinWait();
            }
        }
    }

    private void answer() {
        for (long seen = value; seen != END; seen = value) {
            if (seen % 2 == 1) {
                value = seen + 1;
            }
        }
    }
}
