package bench;

import java.lang.management.ManagementFactory;

/** The heap of this process. */
final class Memory {

    private static final int COLLECTIONS = 4;

    private Memory() {}

    /** Collects garbage, more than once so that nothing survives by chance; returns bytes. */
    static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
