package observer;

import static observer.TestPage.some;
import static observer.TestPage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import observer.model.Model;
import observer.wire.Limits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import otp.ChildSpec;
import otp.GenServer;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.Restart;
import otp.Supervisor;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** What the levers of a page do, and how that is compared with what was predicted. */
class LeversTest extends ObservedShop {

    @Test
    void a_prediction_is_compared_with_what_has_happened() {
        JsonNode before = page.living(":before");
        JsonNode catalog = page.living(":catalog");
        JsonNode carts = page.living(":carts");
        JsonNode clerk = page.living(":clerk");
        page.pull(
                "kill",
                catalog,
                "&lives=%s,%s&replaced=%s,%s"
                        .formatted(
                                before.get("id"),
                                clerk.get("id"),
                                catalog.get("id"),
                                carts.get("id")));
        JsonNode outcome = page.outcome();
        assertThat(outcome.get("right").intValue()).isEqualTo(3);
        assertThat(outcome.get("wrong").intValue()).isEqualTo(1);
        assertThat(why(outcome, ":clerk"))
                .startsWith("Under rest_for_one, :shop restarts what stands after :catalog, too.");
        assertThat(why(outcome, ":before"))
                .isEqualTo("It stands before :catalog: rest_for_one restarts what stands after.");
        assertThat(why(outcome, ":catalog")).startsWith("You killed it. :shop started ");
    }

    private static String why(JsonNode outcome, String title) {
        return outcome.get("processes")
                .valueStream()
                .filter(fate -> text(fate, "title").equals(title))
                .map(fate -> text(fate, "why"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_lever_that_finds_its_process_gone_says_so() {
        Model picture = new Model("", "", "", Limits.USUAL);
        assertThat(picture.pulled("kill", 987_654, true, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lever?lever=kill&process=",
                "/lever?lever=exit&reason=ill&process=",
                "/lever?lever=suspend&process=",
                "/lever?lever=resume&process=",
                "/lever?lever=slow&millis=50&process=",
                "/reveal?process=",
                "/messages?on=true&of="
            })
    void an_order_about_what_has_left_the_picture_says_so(String order) {
        String[] parts = order.split("\\?");
        assertThat(text(page.post(parts[0], parts[1] + "987654"), "error"))
                .isEqualTo("this process ended a while ago, and has left the picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/process?id=", "/children?id="})
    void a_question_about_what_has_left_the_picture_is_told_so(String question) {
        assertThat(text(page.get(question + "987654"), "error"))
                .isEqualTo("this process ended a while ago, and has left the picture");
    }

    @Test
    void a_lever_on_what_has_just_ended_says_so() {
        JsonNode clerk = page.living(":clerk");
        Supervisor.terminateChild(shop, "clerk");
        assertThat(text(page.pull("suspend", clerk, ""), "error"))
                .isEqualTo("this process has ended");
    }

    @Test
    void what_came_of_a_lever_waits_for_a_supervisor_that_is_busy() throws Exception {
        var isFree = new CountDownLatch(1);
        ChildSpec<Shop.Message> slow =
                ChildSpec.worker(
                        "slow",
                        () -> {
                            isFree.await();
                            return Shop.keeper(new Name<>("slow"), false);
                        });
        Thread asking = Thread.ofVirtual().start(() -> Supervisor.startChild(shop, slow));
        page.pull("kill", page.living(":clerk"), "");
        try {
            await().atMost(TestPage.PATIENCE)
                    .during(Duration.ofSeconds(1))
                    .until(() -> page.outcomes().isEmpty());
        } finally {
            isFree.countDown();
        }
        assertThat(text(page.outcome(), "text")).contains(": 1 replaced, 0 ended,");
        asking.join();
    }

    @Test
    void what_is_not_drawn_is_counted_in_what_came_of_a_lever() {
        int carts = Limits.USUAL.children() + 20;
        for (int number = 0; number < carts; number++) {
            Shop.cart("cart " + number, Restart.TEMPORARY);
        }
        page.process(view ->
                text(view, "title").equals(":carts")
                        && view.get("supervision").get("children").intValue() == carts);
        int before = some(() -> Optional.of(page.counts().get("alive").intValue()));
        page.pull("kill", page.living(":carts"), "");
        assertThat(text(page.outcome(), "text"))
                .endsWith(
                        ": 2 replaced, %d ended, %d live on.".formatted(carts, before - carts - 2));
    }

    @Test
    void what_is_not_drawn_and_comes_back_is_counted_as_replaced() {
        int carts = Limits.USUAL.children() + 20;
        for (int number = 0; number < carts; number++) {
            Shop.cart("cart " + number, Restart.PERMANENT);
        }
        page.process(view ->
                text(view, "title").equals(":carts")
                        && view.get("supervision").get("children").intValue() == carts);
        Pid<?> last = Processes.whereis(new Name<>("cart " + (carts - 1))).orElseThrow();
        Pid<?> first = Processes.whereis(new Name<>("cart 0")).orElseThrow();
        JsonNode drawn = page.living(":cart 0");
        tie(first, last);
        page.pull("kill", drawn, "");
        assertThat(text(page.outcome(), "text")).contains(": 2 replaced, 1 ended, ");
    }

    /** Has the end of one cart end another, through a process that ends as well. */
    private static void tie(Pid<?> one, Pid<?> other) {
        Pid<Object> between =
                Processes.spawn(() -> {
                    Processes.link(one);
                    Processes.link(other);
                    Processes.receive();
                });
        some(() ->
                Processes.info(between)
                        .filter(info -> info.links().containsAll(List.of(one, other))));
    }

    @Test
    void a_temporary_child_has_no_successor() {
        Shop.cart("cart 1", Restart.TEMPORARY);
        JsonNode cart = page.living(":cart 1");
        page.pull("kill", cart, "&replaced=" + cart.get("id"));
        JsonNode outcome = page.outcome();
        assertThat(outcome.get("wrong").intValue()).isEqualTo(1);
        assertThat(why(outcome, ":cart 1"))
                .isEqualTo("You killed it. It is temporary: it is not restarted.");
    }

    @Test
    void a_process_that_is_linked_ends_as_well() {
        Pid<Object> friend =
                Processes.spawn(() -> {
                    Processes.register(Processes.self(), new Name<>("friend"));
                    Processes.link(Processes.whereis(Shop.CLERK).orElseThrow());
                    Processes.receive();
                });
        JsonNode clerk = page.living(":clerk");
        JsonNode seen =
                page.process(view ->
                        text(view, "title").equals(":friend") && !view.get("links").isEmpty());
        page.pull("kill", clerk, "&lives=" + seen.get("id"));
        assertThat(why(page.outcome(), ":friend"))
                .startsWith("It was linked with :clerk, which ended, and it does not trap exits.");
        assertThat(Processes.isAlive(friend)).isFalse();
    }

    @Test
    void a_suspended_server_lets_its_messages_wait() {
        JsonNode clerk = page.living(":clerk");
        page.pull("suspend", clerk, "");
        page.process(view ->
                text(view, "title").equals(":clerk") && view.get("suspended").booleanValue());
        for (int number = 0; number < 3; number++) {
            GenServer.cast(Shop.CLERK, new Shop.Tell(number));
        }
        page.process(view ->
                text(view, "title").equals(":clerk") && view.get("mailbox").intValue() == 3);
        page.pull("resume", clerk, "");
        page.process(view ->
                text(view, "title").equals(":clerk") && view.get("mailbox").intValue() == 0);
    }

    @Test
    void a_server_that_was_suspended_is_let_go_when_the_observer_stops() {
        page.pull("suspend", page.living(":clerk"), "");
        Observer.stop();
        assertThat(GenServer.call(Shop.CLERK, new Shop.Ask("?"), Duration.ofSeconds(10)))
                .isEqualTo("nothing");
    }

    /** A keeper that is busy with what it is told until somebody lets it go on. */
    private static final class Busy extends Shop.Keeper {

        private final CountDownLatch work;

        Busy(CountDownLatch work) {
            super(false);
            this.work = work;
        }

        @Override
        protected Next<Object> handle(Shop.Message message, Object state) {
            if (message instanceof Shop.Tell) {
                work();
            }
            return super.handle(message, state);
        }

        private void work() {
            try {
                work.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void a_server_that_is_too_busy_to_be_suspended_in_time_is_let_go_as_well() {
        Name<Shop.Message> name = new Name<>("busy");
        CountDownLatch work = new CountDownLatch(1);
        GenServer.start(() -> new Busy(work), name);
        JsonNode busy = page.living(":busy");
        GenServer.cast(name, new Shop.Tell("done"));
        assertThat(text(page.pull("suspend", busy, ""), "error"))
                .isEqualTo(
                        "this process is busy, and has not answered in time: it obeys once it is"
                                + " free");
        Observer.stop();
        work.countDown();
        assertThat(GenServer.call(name, new Shop.Ask("?"), Duration.ofSeconds(10)))
                .isEqualTo("done");
        GenServer.stop(name);
    }

    @Test
    void what_cannot_be_done_is_told() {
        JsonNode clerk = page.living(":clerk");
        assertThat(text(page.pull("explode", clerk, ""), "error")).contains("a lever is kill");
        assertThat(text(page.post("/lever", "lever=kill&process=999999"), "error"))
                .contains("has left the picture");
        assertThat(text(page.post("/lever", "lever=kill"), "error")).contains("whole number");
        assertThat(text(page.pull("slow", clerk, "&millis=-1"), "error"))
                .contains("between 0 and 10000");
        assertThat(List.of(text(page.get("/nowhere"), "error")))
                .containsExactly("there is nothing under this path");
    }
}
