package kata.test;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;

/**
 * Kills the processes of the runtime that a run of tests has left behind. As long as one is alive,
 * all classes of that run stay in memory.
 */
final class LeftoverProcesses {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Method list;
    private final Method exit;
    private final Object self;
    private final Object kill;

    private LeftoverProcesses(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> processes = loader.loadClass("otp.Processes");
        Class<?> reason = loader.loadClass("otp.ExitReason");
        list = processes.getMethod("list");
        exit = processes.getMethod("exit", loader.loadClass("otp.Pid"), reason);
        self = processes.getMethod("self").invoke(null);
        kill = reason.getField("KILL").get(null);
    }

    /**
     * Kills every process of the runtime that this loader has loaded until none is left. Blocks for
     * that, for some seconds at most: code that does not listen is left running. Without a runtime
     * there is nothing to do.
     */
    static void end(ClassLoader loader) {
        // A thread that asks the runtime becomes a process itself, so it must not be one that
        // stays.
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("end of left processes")
                        .start(() -> endAll(loader));
        Interruptions.ignored(() -> thread.join(Duration.ofDays(1)));
    }

    private static void endAll(ClassLoader loader) {
        try {
            new LeftoverProcesses(loader).endAll();
        } catch (ClassNotFoundException noRuntime) {
            // Nothing of it can be running.
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("The runtime shows no processes", impossible);
        } catch (InterruptedException unused) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes round until all are gone: a supervisor may start another child before its own end. */
    private void endAll() throws ReflectiveOperationException, InterruptedException {
        long begin = System.nanoTime();
        while (endOnce() && System.nanoTime() - begin < LIMIT.toNanos()) {
            Thread.sleep(PAUSE);
        }
    }

    /** Kills all but the caller, and returns whether there was any. */
    private boolean endOnce() throws ReflectiveOperationException {
        boolean any = false;
        for (Object process : (List<?>) list.invoke(null)) {
            if (!process.equals(self)) {
                exit.invoke(null, process, kill);
                any = true;
            }
        }
        return any;
    }
}
