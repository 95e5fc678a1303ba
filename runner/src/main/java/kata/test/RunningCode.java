package kata.test;

import jdk.management.VirtualThreadSchedulerMXBean;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds out whether code of a stage still runs in this process. What its threads do would count
 * against the next run, which may find no processor free, or settings that change under it.
 */
public final class RunningCode {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private static final VirtualThreadSchedulerMXBean SCHEDULER =
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);

    private RunningCode() {}

    /**
     * Tells whether any of its threads is left; blocks until none is, for a second at most. The
     * threads that the runtime itself keeps do not count: they rest.
     */
    public static boolean isLeft() {
        long begin = System.nanoTime();
        boolean isLeft = isAnyThreadLeft();
        while (isLeft && System.nanoTime() - begin < LIMIT.toNanos()) {
            Interruptions.ignored(RunningCode::pause);
            isLeft = isAnyThreadLeft();
        }
        return isLeft;
    }

    private static boolean pause() throws InterruptedException {
        Thread.sleep(PAUSE);
        return true;
    }

    private static boolean isAnyThreadLeft() {
        return SCHEDULER.getMountedVirtualThreadCount() > 0
                || SCHEDULER.getQueuedVirtualThreadCount() > 0
                || Thread.getAllStackTraces().entrySet().stream().anyMatch(RunningCode::isOfStage);
    }

    /** A thread that only waits for work runs nothing of the stage, and yet is the stage's. */
    private static boolean isOfStage(Map.Entry<Thread, StackTraceElement[]> thread) {
        List<StackTraceElement> frames =
                Arrays.stream(thread.getValue())
                        .filter(frame -> StageClassLoader.NAME.equals(frame.getClassLoaderName()))
                        .toList();
        return frames.isEmpty()
                ? isStarted(thread.getKey())
                : !frames.stream().allMatch(frame -> isRuntime(frame.getClassName()));
    }

    private static boolean isStarted(Thread thread) {
        return thread.getContextClassLoader() instanceof StageClassLoader
                && thread.isAlive()
                && !isRuntime(thread.getClass().getName());
    }

    private static boolean isRuntime(String className) {
        return className.startsWith("otp.");
    }
}
