package observer;

import static observer.TestPage.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import otp.ExitReason;
import otp.GenServer;
import otp.Pid;
import otp.Processes;
import otp.Restart;
import otp.Supervisor;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Very many processes, very many messages, and code that never stops: the page goes on. */
class LoadTest {

    private static final int MANY = 100_000;

    private Observer observer;
    private Pid<Supervisor.Message> shop;

    @BeforeEach
    void start() {
        Processes.trapExits(true);
        observer = Observer.start();
        shop = Shop.start();
    }

    @AfterEach
    void stop() {
        Observer.stop();
        Supervisor.stop(shop);
    }

    private TestPage open() {
        return new TestPage(observer.address()).listen(null);
    }

    @Test
    void of_a_hundred_thousand_children_some_are_shown_and_all_are_found() {
        IntStream.range(0, MANY).forEach(number -> Shop.cart("cart " + number, Restart.TEMPORARY));
        try (TestPage page = open()) {
            long begin = System.nanoTime();
            page.living(":cart 3");
            System.out.printf("opened after %d ms%n", (System.nanoTime() - begin) / 1_000_000);
            page.process(view ->
                    text(view, "title").equals(":carts")
                            && view.get("supervision").get("children").intValue() == MANY
                            && view.get("supervision").get("hiddenChildren").intValue()
                                    == MANY - 60);
            assertThat(page.processes().count()).isLessThan(200);
            JsonNode found = page.get("/search?q=cart%2099123").get("found").get(0);
            assertThat(found.get("shown").booleanValue()).isFalse();
            page.post("/reveal", "process=" + found.get("id"));
            JsonNode revealed = page.living(":cart 99123");
            page.pull("kill", revealed, "&replaced=" + revealed.get("id"));
            assertThat(text(page.outcome().get("processes").get(0), "actual")).isEqualTo("ends");
            assertThat(page.get("/search?q=cart").get("more").intValue()).isGreaterThan(MANY - 100);
        }
    }

    @Test
    void a_flood_of_messages_is_counted_and_no_end_is_lost_in_it() {
        try (TestPage page = open()) {
            page.living(":clerk");
            Pid<Object> flood =
                    Processes.spawn(() -> {
                        while (true) {
                            GenServer.call(Shop.CATALOG, new Shop.Ask("?"));
                        }
                    });
            TestPage.some(() ->
                    Optional.of(page.counts())
                            .filter(counts -> counts.get("messagesNotShown").longValue() > 10_000));
            JsonNode clerk = page.living(":clerk");
            long begin = System.nanoTime();
            page.pull("kill", clerk, "");
            page.process(view -> view.get("predecessor").equals(clerk.get("id")));
            System.out.printf("seen after %d ms%n", (System.nanoTime() - begin) / 1_000_000);
            assertThat(page.messages()).hasSizeLessThan(200_000);
            Processes.exit(flood, ExitReason.KILL);
        }
    }

    @Test
    void processes_that_keep_every_core_busy_do_not_keep_the_page_from_seeing() {
        try (TestPage page = open()) {
            page.living(":clerk");
            isBusy = true;
            for (int number = 0;
                    number < 2 * Runtime.getRuntime().availableProcessors();
                    number++) {
                Processes.spawn(() -> {
                    while (isBusy) {
                        Thread.onSpinWait();
                    }
                });
            }
            TestPage.some(() ->
                    Optional.of(
                                    page.processes()
                                            .filter(view -> text(view, "kind").equals("process"))
                                            .count())
                            .filter(count -> count >= 2));
            assertThat(
                            text(
                                    page.get("/process?id=" + page.living(":clerk").get("id"))
                                            .get("detail"),
                                    "stateProblem"))
                    .startsWith("it did not answer within 300 ms");
        } finally {
            isBusy = false;
        }
    }

    private static volatile boolean isBusy;

    /** A message whose class has to be prepared before its first text. */
    record Prepared(int number) {

        private static final AtomicBoolean IS_FIRST = new AtomicBoolean(true);

        @Override
        public String toString() {
            if (IS_FIRST.getAndSet(false)) {
                LockSupport.parkNanos(200_000_000);
            }
            return "prepared " + number;
        }
    }

    @Test
    void a_class_that_takes_long_to_print_only_at_first_keeps_its_texts() {
        try (TestPage page = open()) {
            page.living(":clerk");
            var asked = new AtomicInteger();
            TestPage.some(() -> {
                var next = new Prepared(asked.incrementAndGet());
                GenServer.call(Shop.CATALOG, new Shop.Ask(next));
                return page.messages().values().stream()
                        .filter(message -> text(message, "text").contains("prepared "))
                        .skip(1)
                        .findFirst();
            });
        }
    }

    /** A message whose text takes longer than anybody waits. */
    record Slow() {
        @Override
        public String toString() {
            try {
                Thread.sleep(10_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("no text");
        }
    }

    @Test
    void messages_that_cannot_be_printed_delay_the_picture_once() {
        try (TestPage page = open()) {
            page.living(":clerk");
            for (int number = 0; number < 100; number++) {
                GenServer.cast(Shop.CATALOG, new Shop.Tell(new Slow()));
            }
            JsonNode clerk = page.living(":clerk");
            long begin = System.nanoTime();
            page.pull("kill", clerk, "");
            page.process(view -> view.get("predecessor").equals(clerk.get("id")));
            assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
        }
    }
}
