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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An hour of the demo, at ten mishaps a minute, without the time between them: neither the page nor
 * the program keeps more and more. {@code -Dsoak.mishaps=6000} makes it ten hours.
 */
class SoakTest extends InBrowser {

    private static final int MISHAPS = Integer.getInteger("soak.mishaps", 600);
    private static final int HALF = MISHAPS / 2;
    private static final int AT_ONCE = 10;

    /** More restarts would have the supervisors give up. */
    private static final int BETWEEN_RESTARTS = 10 * AT_ONCE;

    /**
     * Waits within the page until all of these processes are seen alive, or none, and until the
     * dead have left. It is put there once, because a driver leaves each of its scripts in the
     * page's memory.
     */
    private static final String SEEN =
            """
            window.seen = (alive, ...pids) => new Promise((done) => {
              const living = () => [...document.querySelectorAll('.cards > [role=treeitem]')]
                  .map((card) => card.getAttribute('aria-label')).filter((words) => !words.includes('ended:')).join();
              const look = () => {
                const words = living();
                if (pids.every((pid) => words.includes(`${pid},`) === alive)) done();
                else requestAnimationFrame(look);
              };
              look();
            });
            window.withoutDead = () => new Promise((done) => {
              const look = () => {
                if (document.querySelector('.cards > [aria-label*="ended:"]')) requestAnimationFrame(look);
                else done();
              };
              look();
            });
            """;

    /** What is in use after all that can be collected has been. */
    private record Use(double page, long elements, double program) {}

    @Test
    void neither_page_nor_program_keeps_more_and_more_of_an_hour(@TempDir Path folder) {
        try (TodoSystem system = TodoSystem.start(folder)) {
            Page page = browser().open(system.address());
            page.click(":todo_cache, ");
            page.press("Messages");
            page.script(SEEN);
            Use early = afterMishaps(0, HALF);
            Use late = afterMishaps(HALF, MISHAPS);
            System.out.printf(
                    "after %d mishaps: page %.1f MB and %d elements, program %.1f MB;"
                            + " after %d: page %.1f MB and %d elements, program %.1f MB%n",
                    HALF,
                    early.page(),
                    early.elements(),
                    early.program(),
                    MISHAPS,
                    late.page(),
                    late.elements(),
                    late.program());
            assertThat(late.page() - early.page()).isLessThan(2);
            assertThat(late.elements() - early.elements()).isLessThan(2_000);
            assertThat(late.program() - early.program()).isLessThan(8);
        }
    }

    private static Use afterMishaps(int from, int to) {
        for (int mishap = from; mishap < to; mishap += AT_ONCE) {
            befall(mishap);
        }
        ask("withoutDead()");
        return new Use(
                Heap.bytes(browser()) / Heap.MEGABYTE, elements(), programBytes() / Heap.MEGABYTE);
    }

    /** Kills some servers, and waits until their end is seen; now and then also their cache. */
    private static void befall(int mishap) {
        List<Pid<?>> victims = new ArrayList<>();
        for (int list = 0; list < AT_ONCE; list++) {
            victims.add(TodoCache.serverProcess("list " + list));
        }
        if (mishap % BETWEEN_RESTARTS == 0) {
            victims.add(Processes.whereis(new Name<>("todo_cache")).orElseThrow());
        }
        awaitSeen(true, victims);
        victims.forEach(victim -> Processes.exit(victim, ExitReason.KILL));
        awaitSeen(false, victims);
    }

    private static void awaitSeen(boolean areAlive, List<Pid<?>> pids) {
        String all = pids.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
        ask("seen(%s, %s)".formatted(areAlive, all));
    }

    private static void ask(String question) {
        browser()
                .driver()
                .executeCdpCommand(
                        "Runtime.evaluate", Map.of("expression", question, "awaitPromise", true));
    }

    private static long elements() {
        Map<String, Object> counted =
                browser().driver().executeCdpCommand("Memory.getDOMCounters", Map.of());
        return ((Number) counted.get("nodes")).longValue();
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
