package observer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import otp.ExitReason;
import otp.GenServer;
import otp.Pid;
import otp.Processes;
import otp.Restart;
import otp.Supervisor;

import tools.jackson.databind.JsonNode;

import java.lang.management.ManagementFactory;

/**
 * As many mishaps as there are in an hour with ten a minute: what is kept of them does not grow.
 */
class SoakTest {

    private static final int MISHAPS = Integer.getInteger("soak.mishaps", 600);
    private static final int QUARTER = MISHAPS / 4;
    private static final long MEGABYTE = 1 << 20;

    @Test
    void what_is_kept_of_an_hour_does_not_grow() {
        Processes.trapExits(true);
        Observer observer = Observer.start();
        Pid<Supervisor.Message> shop = Shop.start();
        try (TestPage page = new TestPage(observer.address()).listen(null)) {
            page.living(":clerk");
            for (int mishap = 0; mishap < QUARTER; mishap++) {
                befall(page, mishap);
            }
            long early = usedBytes();
            for (int mishap = QUARTER; mishap < MISHAPS; mishap++) {
                befall(page, mishap);
            }
            long late = usedBytes();
            System.out.printf(
                    "heap after %d mishaps: %d MB; after %d: %d MB%n",
                    QUARTER, early / MEGABYTE, MISHAPS, late / MEGABYTE);
            assertThat(late - early).isLessThan(8 * MEGABYTE);
        } finally {
            Observer.stop();
            Supervisor.stop(shop);
        }
    }

    /** Kills one of three kinds of processes, after some messages, and waits until that is seen. */
    private static void befall(TestPage page, int mishap) {
        for (int number = 0; number < 20; number++) {
            GenServer.cast(Shop.CATALOG, new Shop.Tell("news %d of %d".formatted(number, mishap)));
        }
        Pid<?> cart = Shop.cart("cart " + mishap, Restart.TEMPORARY);
        JsonNode seen = page.living(":cart " + mishap);
        Processes.exit(cart, ExitReason.KILL);
        page.process(view ->
                view.get("id").equals(seen.get("id"))
                        && TestPage.text(view, "state").equals("dead"));
    }

    /** Asks several times, because what is collected is not all collected at once. */
    private static long usedBytes() {
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
