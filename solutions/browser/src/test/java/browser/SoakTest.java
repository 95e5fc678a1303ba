package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Processes;

import todo.cache.TodoCache;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;

/**
 * An hour of the demo, at ten mishaps a minute, without the time between them: neither the page nor
 * the program keeps more and more. {@code -Dsoak.mishaps=600} has as many of them as an hour; fewer
 * are enough to see what grows with each.
 */
class SoakTest extends InBrowser {

    private static final int MISHAPS = Integer.getInteger("soak.mishaps", 120);
    private static final int QUARTER = MISHAPS / 4;

    /** More would have the supervisors give up. */
    private static final int BETWEEN_RESTARTS = 20;

    private static final double MEGABYTE = 1 << 20;

    /** What is in use after all that can be collected has been. */
    private record Use(double page, long elements, double program) {}

    @Test
    void neither_page_nor_program_keeps_more_and_more_of_an_hour(@TempDir Path folder) {
        try (TodoSystem system = TodoSystem.start(folder)) {
            Page page = browser().open(system.address());
            page.click(":todo_cache, ");
            page.press("Messages");
            Use early = afterMishaps(page, 0, QUARTER);
            Use late = afterMishaps(page, QUARTER, MISHAPS);
            System.out.printf(
                    "after %d mishaps: page %.1f MB and %d elements, program %.1f MB;"
                            + " after %d: page %.1f MB and %d elements, program %.1f MB%n",
                    QUARTER,
                    early.page(),
                    early.elements(),
                    early.program(),
                    MISHAPS,
                    late.page(),
                    late.elements(),
                    late.program());
            assertThat(late.page() - early.page()).isLessThan(4);
            assertThat(late.elements() - early.elements()).isLessThan(2_000);
            assertThat(late.program() - early.program()).isLessThan(8);
        }
    }

    private static Use afterMishaps(Page page, int from, int to) {
        for (int mishap = from; mishap < to; mishap++) {
            befall(page, mishap);
        }
        page.waitUntil(() -> page.cards().stream().noneMatch(words -> words.contains("ended:")));
        return new Use(pageBytes() / MEGABYTE, elements(), programBytes() / MEGABYTE);
    }

    /** Kills a server, and waits until its end is seen. Now and then it is one that comes back. */
    private static void befall(Page page, int mishap) {
        Pid<?> victim = victim(mishap);
        String pid = victim.toString();
        page.waitUntil(() -> page.cards().stream().anyMatch(words -> words.contains(pid + ",")));
        Processes.exit(victim, ExitReason.KILL);
        page.waitUntil(() ->
                page.cards().stream()
                        .anyMatch(words -> words.contains(pid + ",") && words.contains("ended:")));
    }

    private static Pid<?> victim(int mishap) {
        return mishap % BETWEEN_RESTARTS == 0
                ? Processes.whereis(new Name<>("todo_cache")).orElseThrow()
                : TodoCache.serverProcess("list " + mishap % BETWEEN_RESTARTS);
    }

    private static double pageBytes() {
        browser().driver().executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
        return number("Runtime.getHeapUsage", "usedSize").doubleValue();
    }

    private static long elements() {
        return number("Memory.getDOMCounters", "nodes").longValue();
    }

    private static Number number(String command, String field) {
        return (Number) browser().driver().executeCdpCommand(command, Map.of()).get(field);
    }

    /** Asks several times, because what is collected is not all collected at once. */
    private static long programBytes() {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            System.gc();
            least =
                    Math.min(
                            least,
                            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
