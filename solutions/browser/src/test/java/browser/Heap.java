package browser;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What a page in Chromium keeps after all that can be collected has been. */
final class Heap {

    static final int MEGABYTE = 1 << 20;

    private static final int ROUNDS = 3;

    private Heap() {}

    /** Returns what its scripts hold, and what the browser holds for them, such as drawings. */
    static double bytes(Browser browser) {
        for (int round = 0; round < ROUNDS; round++) {
            browser.driver().executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
        }
        Map<String, Object> use =
                browser.driver().executeCdpCommand("Runtime.getHeapUsage", Map.of());
        return Stream.of("usedSize", "embedderHeapUsedSize")
                .map(use::get)
                .filter(Objects::nonNull) // A browser that is older does not tell all.
                .mapToDouble(size -> ((Number) size).doubleValue())
                .sum();
    }
}
