package kata.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;

import javax.management.NotificationEmitter;

/**
 * Notices that the heap is full before Java gives up. Until then it collects what little there is,
 * again and again, and on a busy machine the process comes to nothing else for minutes.
 */
final class FullMemory {

    private static final double FULL = 0.9;

    private FullMemory() {}

    /** Has somebody hear of it from now on, each time that a collection leaves hardly any room. */
    static void tell(Runnable full) {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
                .max(Comparator.comparingLong(FullMemory::size))
                .ifPresent(
                        oldest -> oldest.setCollectionUsageThreshold((long) (FULL * size(oldest))));
        ((NotificationEmitter) ManagementFactory.getMemoryMXBean())
                .addNotificationListener(
                        (_, _) -> full.run(),
                        heard ->
                                heard.getType()
                                        .equals(
                                                MemoryNotificationInfo
                                                        .MEMORY_COLLECTION_THRESHOLD_EXCEEDED),
                        null);
    }

    /** A part of the heap that may grow as it likes has no size. */
    private static long size(MemoryPoolMXBean pool) {
        return Math.max(0, pool.getUsage().getMax());
    }
}
