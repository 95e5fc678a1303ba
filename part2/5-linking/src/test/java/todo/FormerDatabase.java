package todo;

import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.receive;
import static otp.Processes.register;
import static otp.Processes.self;
import static otp.Processes.spawn;
import static otp.Processes.unregister;
import static otp.Processes.whereis;

import otp.Name;
import otp.Pid;
import otp.ProcessInfo;

import java.time.Duration;

/**
 * Stands in for a database that is about to end. It ends when it is monitored, or, if it is not, a
 * while after the next cache has begun: a cache that waits in another way is too late.
 */
public final class FormerDatabase {

    private static final Name<Object> DATABASE = new Name<>("database_server");
    private static final Name<?> CACHE = new Name<>("todo_cache");

    /** For how many milliseconds, at least, it takes its time if it is to. */
    public static final int LONG = 400;

    /** So many milliseconds are more than a cache needs to start the next database. */
    public static final int ENOUGH = 150;

    private final int patience;
    private final Runnable lastAct;
    private final Pid<Object> pid;
    private volatile boolean monitored;
    private volatile boolean endedByItself;

    private FormerDatabase(int patience, Runnable lastAct) {
        this.patience = patience;
        this.lastAct = lastAct;
        this.pid = spawn(this::run);
    }

    /**
     * Starts it under the database's name.
     *
     * @param patience for how many milliseconds it lives beside a cache that does not monitor it
     */
    public static FormerDatabase start(int patience) {
        return start(patience, () -> {});
    }

    /** Starts one that still lives for almost half a second when it is monitored. */
    public static FormerDatabase startSlow() {
        return start(LONG, () -> pass(LONG));
    }

    /** Starts one that does not end, when it is monitored, before the cache has been asked. */
    public static FormerDatabase startAskingTheCache(Runnable request) {
        return start(
                LONG,
                () -> {
                    spawn(request);
                    awaitRequest();
                });
    }

    /** Starts one whose name another process takes over, which does not end. */
    public static FormerDatabase startWithHeir() {
        return start(LONG, FormerDatabase::leaveTheName);
    }

    private static FormerDatabase start(int patience, Runnable lastAct) {
        FormerDatabase former = new FormerDatabase(patience, lastAct);
        register(former.pid, DATABASE);
        return former;
    }

    /** Returns the process. */
    public Pid<?> pid() {
        return pid;
    }

    /** Tells whether it has ended in its own time, and not because it was told or made to. */
    public boolean hasEndedByItself() {
        return endedByItself;
    }

    /** Tells whether it was monitored when it ended. */
    public boolean wasMonitored() {
        return monitored;
    }

    /**
     * Waits until it has ended and another process has its name. It is not monitored for that: it
     * would end too early.
     *
     * @return for how many milliseconds no process had it, {@link #ENOUGH} at most
     */
    public int momentsWithoutSuccessor() {
        while (isAlive(pid)) {
            isTold(1);
        }
        int moments = 0;
        while (moments < ENOUGH && whereis(DATABASE).isEmpty()) {
            isTold(1);
            moments++;
        }
        return moments;
    }

    private void run() {
        for (int waits = 0; !isMonitored() && waits < patience; waits += isThereACache() ? 1 : 0) {
            if (isTold(1)) {
                return;
            }
        }
        monitored = isMonitored();
        lastAct.run();
        endedByItself = !isTold(5);
    }

    private static void pass(int milliseconds) {
        for (int waits = 0; waits < milliseconds && isThereACache(); waits++) {
            isTold(1);
        }
    }

    /**
     * A cache that takes the request out of its mailbox has none: so this does not go on for ever.
     */
    private static void awaitRequest() {
        for (int waits = 0; waits < LONG && isThereACache() && !isAsked(); waits++) {
            isTold(1);
        }
    }

    private static boolean isAsked() {
        return whereis(CACHE)
                .flatMap(cache -> info(cache))
                .filter(cache -> cache.mailboxLength() > 0)
                .isPresent();
    }

    private static void leaveTheName() {
        Pid<Object> heir = spawn(() -> receive());
        unregister(DATABASE);
        register(heir, DATABASE);
    }

    private static boolean isTold(int milliseconds) {
        return receive(Object.class, Duration.ofMillis(milliseconds)).isPresent();
    }

    private static boolean isMonitored() {
        return info(self()).map(ProcessInfo::monitoredBy).filter(it -> !it.isEmpty()).isPresent();
    }

    private static boolean isThereACache() {
        return whereis(CACHE).isPresent();
    }
}
