package observer;

import static observer.TestPage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.ExitReason;
import otp.GenServer;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.Restart;
import otp.Start;
import otp.Supervisor;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** What a page sees of a system that lives. */
class ObserverTest extends ObservedShop {

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
        await().atMost(TestPage.PATIENCE)
                .until(() ->
                        page.processes().noneMatch(view -> view.get("id").equals(clerk.get("id"))));
        assertThat(page.living(":clerk").get("predecessor").isNull()).isTrue();
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
    void a_child_that_is_stopped_has_its_place_until_it_is_deleted() {
        Supervisor.terminateChild(shop, "clerk");
        assertThat(waiting(1)).containsExactly("clerk stopped");

        Observer.stop();
        page.close();
        page = new TestPage(Observer.start().address()).listen(null);
        assertThat(waiting(1)).containsExactly("clerk stopped");

        Supervisor.deleteChild(shop, "clerk");
        assertThat(waiting(0)).isEmpty();
    }

    @Test
    void a_child_that_chose_not_to_run_has_its_place_unless_it_is_temporary() {
        Supervisor.startChild(shop, ChildSpec.worker("idle", Start.Ignore::new));
        Supervisor.startChild(
                shop,
                ChildSpec.worker("passing", Start.Ignore::new).withRestart(Restart.TEMPORARY));
        assertThat(waiting(1)).containsExactly("idle stopped");
    }

    /** Returns the shop's children without a process, once there are so many. */
    private List<String> waiting(int number) {
        JsonNode seen =
                page.process(view ->
                        text(view, "title").equals(":shop")
                                && view.get("supervision").get("waiting").size() == number
                                && view.get("supervision").get("children").intValue()
                                        == Supervisor.countChildren(shop).specs());
        return seen.get("supervision")
                .get("waiting")
                .valueStream()
                .map(child -> text(child, "childId") + " " + text(child, "status"))
                .toList();
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
    void what_a_start_function_starts_beside_its_child_is_nobodys_child() {
        ChildSpec<Shop.Message> cart =
                ChildSpec.worker(
                        "cart",
                        () -> {
                            Processes.spawn(() -> {
                                Processes.register(Processes.self(), new Name<>("helper"));
                                Processes.receive();
                            });
                            return Shop.keeper(new Name<>("cart"), false);
                        });
        DynamicSupervisor.startChild(Shop.CARTS, cart);
        assertThat(page.living(":cart").get("parent")).isEqualTo(page.living(":carts").get("id"));
        page.process(view -> text(view, "title").equals(":helper") && view.get("parent").isNull());
    }
}
