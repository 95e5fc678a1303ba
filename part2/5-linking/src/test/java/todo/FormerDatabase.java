package todo;

import static otp.Processes.info;
import static otp.Processes.receive;
import static otp.Processes.register;
import static otp.Processes.self;
import static otp.Processes.spawn;

import otp.Name;
import otp.Pid;
import otp.ProcessInfo;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands in for a database that is about to end, and ends when somebody waits for it to do so. */
public final class FormerDatabase {

    private final AtomicBoolean endedByItself = new AtomicBoolean();
    private final Pid<Object> pid = spawn(this::run);

    private FormerDatabase() {}

    /** Starts it under the database's name. */
    public static FormerDatabase start() {
        FormerDatabase former = new FormerDatabase();
        register(former.pid, new Name<>("database_server"));
        return former;
    }

    /** Returns the process. */
    public Pid<?> pid() {
        return pid;
    }

    /** Tells whether it has ended because somebody waited for it, and not because of a signal. */
    public boolean hasEndedByItself() {
        return endedByItself.get();
    }

    private void run() {
        while (!isMonitored()) {
            receive(Object.class, Duration.ofMillis(1));
        }
        endedByItself.set(true);
    }

    private static boolean isMonitored() {
        return info(self()).map(ProcessInfo::monitoredBy).filter(it -> !it.isEmpty()).isPresent();
    }
}
