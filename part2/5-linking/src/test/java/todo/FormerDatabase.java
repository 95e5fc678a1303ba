package todo;

import static otp.Processes.info;
import static otp.Processes.receive;
import static otp.Processes.register;
import static otp.Processes.self;
import static otp.Processes.spawn;
import static otp.Processes.whereis;

import otp.Name;
import otp.Pid;
import otp.ProcessInfo;

import java.time.Duration;

/**
 * Stands in for a database that is about to end. It ends when somebody monitors it, or, if nobody
 * does, a while after the next cache has begun: a cache that waits in another way waits in vain.
 */
public final class FormerDatabase {

    private final int patience;
    private final Pid<Object> pid;
    private volatile boolean monitored;
    private volatile boolean endedByItself;

    private FormerDatabase(int patience) {
        this.patience = patience;
        this.pid = spawn(this::run);
    }

    /**
     * Starts it under the database's name.
     *
     * @param patience for how many milliseconds it lives beside a cache that does not monitor it
     */
    public static FormerDatabase start(int patience) {
        FormerDatabase former = new FormerDatabase(patience);
        register(former.pid, new Name<>("database_server"));
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

    /** Tells whether anybody monitored it when it ended. */
    public boolean wasMonitored() {
        return monitored;
    }

    private void run() {
        for (int waits = 0; !isMonitored() && waits < patience; waits += isThereACache() ? 1 : 0) {
            if (isTold(1)) {
                return;
            }
        }
        monitored = isMonitored();
        endedByItself = !isTold(5);
    }

    private static boolean isTold(int milliseconds) {
        return receive(Object.class, Duration.ofMillis(milliseconds)).isPresent();
    }

    private static boolean isMonitored() {
        return info(self()).map(ProcessInfo::monitoredBy).filter(it -> !it.isEmpty()).isPresent();
    }

    private static boolean isThereACache() {
        return whereis(new Name<>("todo_cache")).isPresent();
    }
}
