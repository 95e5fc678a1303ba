package observer;

import static observer.TestPage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import otp.ExitReason;
import otp.GenServer;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.Restart;
import otp.Supervisor;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

/** What a page sees of a system that lives, and what its levers do. */
class ObserverTest {

    private Observer observer;
    private Pid<Supervisor.Message> shop;
    private TestPage page;

    @BeforeEach
    void start() {
        Processes.trapExits(true);
        observer = Observer.start();
        page = new TestPage(observer.address()).listen(null);
        shop = Shop.start();
        page.living(":clerk");
    }

    @AfterEach
    void stop() {
        Observer.stop();
        Supervisor.stop(shop);
        page.close();
    }

    private JsonNode successorOf(JsonNode process) {
        return page.process(view -> view.get("predecessor").equals(process.get("id")));
    }

    private JsonNode now(JsonNode process) {
        return page.process(view -> view.get("id").equals(process.get("id")));
    }

    @Test
    void the_tree_is_there_with_names_strategies_and_restart_types() {
        JsonNode top = page.living(":shop");
        JsonNode catalog = page.living(":catalog");
        assertThat(text(top.get("supervision"), "strategy")).isEqualTo("rest_for_one");
        assertThat(top.get("parent").isNull()).isTrue();
        assertThat(catalog.get("parent")).isEqualTo(top.get("id"));
        assertThat(text(catalog, "restart")).isEqualTo("permanent");
        assertThat(text(catalog, "kind")).isEqualTo("server");
        assertThat(text(catalog, "label")).isEqualTo("Keeper");
        assertThat(catalog.get("links").get(0)).isEqualTo(top.get("id"));
    }

    @Test
    void who_is_killed_stays_dead_beside_the_successor() {
        JsonNode clerk = page.living(":clerk");
        page.pull("kill", clerk, "");
        JsonNode successor = successorOf(clerk);
        JsonNode dead = now(clerk);
        assertThat(text(dead, "state")).isEqualTo("dead");
        assertThat(text(dead, "reason")).isEqualTo("killed");
        assertThat(dead.get("successor")).isEqualTo(successor.get("id"));
        assertThat(dead.get("place")).isEqualTo(successor.get("place"));
        assertThat(successor.get("generation").intValue()).isEqualTo(2);
        page.process(view ->
                text(view, "title").equals(":shop")
                        && view.get("supervision").get("restarts").intValue() == 1);
    }

    @Test
    void the_dead_leave_after_some_seconds() {
        JsonNode clerk = page.living(":clerk");
        page.pull("kill", clerk, "");
        successorOf(clerk);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        page.processes().noneMatch(view -> view.get("id").equals(clerk.get("id"))));
        assertThat(page.living(":clerk").get("predecessor").isNull()).isTrue();
    }

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
    void messages_are_seen_when_they_are_sent_and_when_they_are_taken() {
        Shop.Ask question = new Shop.Ask("what?");
        GenServer.call(Shop.CLERK, question);
        JsonNode call =
                TestPage.some(() -> {
                    return page.messages().values().stream()
                            .filter(message -> text(message, "text").contains("what?"))
                            .filter(message -> !message.get("taken").isNull())
                            .findFirst();
                });
        assertThat(text(call, "kind")).isEqualTo("call");
        assertThat(text(call, "toTitle")).isEqualTo(":clerk");
        assertThat(call.get("taken").doubleValue())
                .isGreaterThanOrEqualTo(call.get("sent").doubleValue());
        TestPage.some(() ->
                page.messages().values().stream()
                        .filter(message -> message.get("answers").equals(call.get("n")))
                        .findFirst());
    }

    @Test
    void one_process_tells_its_state_and_its_ties() {
        GenServer.cast(Shop.CLERK, new Shop.Tell("tired"));
        GenServer.call(Shop.CLERK, new Shop.Ask("?"));
        JsonNode answer = page.get("/process?id=" + page.living(":clerk").get("id"));
        assertThat(text(answer.get("detail"), "state")).isEqualTo("tired");
        assertThat(answer.get("detail").get("links").get(0).get("title").asString())
                .startsWith(":shop");
    }

    @Test
    void a_table_shows_its_rows() {
        JsonNode rows =
                TestPage.some(() ->
                        page.get("/picture")
                                .get("tables")
                                .valueStream()
                                .filter(table -> text(table, "name").equals(":prices"))
                                .map(table -> page.get("/rows?table=" + text(table, "id")))
                                .findFirst());
        assertThat(rows.get("rows").toString()).isEqualTo("[[\"apple\",\"12\"]]");
    }

    @Test
    void a_page_that_comes_back_gets_what_it_has_missed() {
        page.living(":clerk");
        String id = page.lastId();
        page.close();
        JsonNode clerk = page.living(":clerk");
        try (TestPage other = new TestPage(observer.address()).listen(null)) {
            other.pull("kill", clerk, "");
            other.process(view -> view.get("predecessor").equals(clerk.get("id")));
        }
        try (TestPage again = new TestPage(observer.address()).listen(id)) {
            again.process(view -> view.get("predecessor").equals(clerk.get("id")));
            assertThat(again.events()).doesNotContain("picture");
        }
    }

    @Test
    void a_page_of_another_run_begins_anew() {
        try (TestPage other = new TestPage(observer.address()).listen("other.17")) {
            other.living(":clerk");
            assertThat(other.events()).startsWith("picture");
        }
    }

    @Test
    void the_observer_is_not_in_its_own_picture() {
        page.get("/process?id=" + page.living(":clerk").get("id"));
        assertThat(page.processes().filter(view -> text(view, "kind").equals("thread")).count())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void what_was_there_before_is_found() {
        Observer.stop();
        Shop.cart("old cart", Restart.PERMANENT);
        observer = Observer.start();
        try (TestPage late = new TestPage(observer.address()).listen(null)) {
            JsonNode top = late.living(":shop");
            late.process(view ->
                    text(view, "title").equals(":catalog")
                            && view.get("parent").equals(top.get("id")));
            late.living(":old cart");
            JsonNode clerk = late.living(":clerk");
            late.pull("kill", clerk, "");
            late.process(view -> view.get("predecessor").equals(clerk.get("id")));
        }
    }

    @Test
    void hostile_names_are_nothing_but_text() {
        String hostile =
                "<script>alert(1)</script>\"'\u0000\u001b[2J\u202e\u2028" + "x".repeat(100_000);
        Pid<Shop.Message> cart = Shop.cart(hostile, Restart.TEMPORARY);
        JsonNode seen = page.process(view -> text(view, "title").startsWith(":<script>"));
        assertThat(text(seen, "title")).hasSizeLessThan(200).contains("\\u202e").endsWith("...");
        GenServer.cast(cart, new Shop.Tell(hostile));
        JsonNode message =
                TestPage.some(() ->
                        page.messages().values().stream()
                                .filter(one -> text(one, "text").contains("<script>"))
                                .findFirst());
        assertThat(text(message, "text")).hasSizeLessThan(400);
        Processes.exit(cart, ExitReason.of(hostile));
        page.process(view -> text(view, "reason").contains("<script>"));
        assertThat(page.events()).isNotEmpty();
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
