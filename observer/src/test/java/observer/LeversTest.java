package observer;

import static observer.TestPage.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import otp.GenServer;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.Restart;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

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

    @Test
    void what_cannot_be_done_is_told() {
        JsonNode clerk = page.living(":clerk");
        assertThat(text(page.pull("explode", clerk, ""), "error")).contains("a lever is kill");
        assertThat(text(page.post("/lever", "lever=kill&process=999999"), "error"))
                .contains("not known");
        assertThat(text(page.post("/lever", "lever=kill"), "error")).contains("whole number");
        assertThat(text(page.pull("slow", clerk, "&millis=-1"), "error"))
                .contains("between 0 and 10000");
        assertThat(List.of(text(page.get("/nowhere"), "error")))
                .containsExactly("there is nothing under this path");
    }
}
