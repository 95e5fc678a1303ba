package observer;

import static observer.TestPage.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import otp.AutoShutdown;
import otp.ChildSpec;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.Restart;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What is said of why a process has ended, or lives, under each kind of supervision. */
class WhyTest extends ObservedShop {

    private final List<Pid<Supervisor.Message>> supervisors = new ArrayList<>();

    /** A server that is linked with others, and may trap exits or take its time to end. */
    private static final class Friend extends Shop.Keeper {

        private final List<String> friends;
        private final Duration lastWork;

        Friend(List<String> friends, Duration lastWork) {
            super(false);
            this.friends = friends;
            this.lastWork = lastWork;
        }

        @Override
        protected Init<Object> init() {
            Processes.trapExits(!lastWork.isNegative());
            friends.forEach(
                    friend -> Processes.link(Processes.whereis(new Name<>(friend)).orElseThrow()));
            return ok("nothing");
        }

        @Override
        protected void terminate(ExitReason reason, Object state) throws Exception {
            Thread.sleep(lastWork);
        }
    }

    private static final Duration TRAPS_NO_EXITS = Duration.ofMillis(-1);

    private static ChildSpec<Shop.Message> child(String name, String... friends) {
        return child(name, TRAPS_NO_EXITS, friends);
    }

    private static ChildSpec<Shop.Message> child(
            String name, Duration lastWork, String... friends) {
        return ChildSpec.worker(
                name,
                () ->
                        GenServer.startLink(
                                () -> new Friend(List.of(friends), lastWork), new Name<>(name)));
    }

    private Pid<Supervisor.Message> supervise(SupervisorFlags flags, ChildSpec<?>... children) {
        Pid<Supervisor.Message> started =
                Supervisor.startLink(new Name<>("top"), flags, children).pid();
        supervisors.add(started);
        return started;
    }

    @AfterEach
    void stopSupervisors() {
        supervisors.stream().filter(Processes::isAlive).forEach(Supervisor::stop);
    }

    /** Predicts that some live on, kills one, and returns what came of it. */
    private JsonNode kill(String title, String... asked) {
        List<String> ids = new ArrayList<>();
        for (String each : asked) {
            ids.add(page.living(each).get("id").toString());
        }
        page.pull("kill", page.living(title), "&lives=" + String.join(",", ids));
        return page.outcome();
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
    void a_sibling_that_is_linked_ends_by_its_link_under_one_for_one() {
        supervise(SupervisorFlags.oneForOne(), child("anna"), child("bert", "anna"));
        assertThat(why(kill(":anna", ":bert"), ":bert"))
                .startsWith("It was linked with :anna, which ended, and it does not trap exits.");
    }

    @Test
    void a_sibling_that_stands_before_ends_by_its_link_under_rest_for_one() {
        supervise(SupervisorFlags.restForOne(), child("anna"), child("bert", "anna"));
        assertThat(why(kill(":bert", ":anna"), ":anna"))
                .startsWith("It was linked with :bert, which ended, and it does not trap exits.");
    }

    @Test
    void a_supervisor_and_a_server_that_trap_exits_end_with_their_parent() {
        ChildSpec<?> inner =
                ChildSpec.supervisor(
                        "inner",
                        () ->
                                Supervisor.startLink(
                                        new Name<>("inner"), SupervisorFlags.oneForOne()));
        supervise(SupervisorFlags.oneForOne(), inner, child("anna", Duration.ZERO), child("bert"));
        JsonNode outcome = kill(":top", ":inner", ":anna", ":bert");
        String withParent =
                "Its supervisor :top ended: a server ends with its parent, though it traps exits.";
        assertThat(why(outcome, ":inner")).startsWith(withParent);
        assertThat(why(outcome, ":anna")).startsWith(withParent);
        assertThat(why(outcome, ":bert"))
                .startsWith("It was linked with :top, which ended, and it does not trap exits.");
    }

    @Test
    void a_supervisor_that_gives_up_is_awaited_and_ends_its_children_first() {
        supervise(
                SupervisorFlags.oneForOne().maxRestarts(0),
                child("anna", Duration.ofMillis(800)),
                child("bert"));
        JsonNode outcome = kill(":bert", ":anna", ":top");
        assertThat(why(outcome, ":top")).startsWith("It gave up: there were too many restarts.");
        assertThat(why(outcome, ":anna"))
                .startsWith("Its supervisor :top ended, and ended its children first.");
    }

    @Test
    void a_supervisor_shuts_itself_down_after_a_significant_child() {
        supervise(
                SupervisorFlags.oneForOne().autoShutdown(AutoShutdown.ANY_SIGNIFICANT),
                child("anna").withRestart(Restart.TEMPORARY).withSignificant(true),
                child("bert"));
        JsonNode outcome = kill(":anna", ":top", ":bert");
        assertThat(why(outcome, ":top"))
                .startsWith("It shut itself down: its child :anna ended, which is significant.");
        assertThat(why(outcome, ":bert"))
                .startsWith("Its supervisor :top ended, and ended its children first.");
    }

    @Test
    void a_process_outside_of_any_tree_has_no_supervisor_that_lives() {
        Pid<Object> loner =
                Processes.spawn(() -> {
                    Processes.register(Processes.self(), new Name<>("loner"));
                    Processes.receive();
                });
        assertThat(why(kill(":clerk", ":loner"), ":loner"))
                .isEqualTo("It is linked with nothing that ended.");
        Processes.exit(loner, ExitReason.KILL);
    }

    @Test
    void a_child_that_chooses_not_to_run_again_is_not_awaited() {
        AtomicInteger starts = new AtomicInteger();
        ChildSpec<Shop.Message> once =
                ChildSpec.worker(
                        "once",
                        () ->
                                starts.getAndIncrement() == 0
                                        ? Shop.keeper(new Name<>("once"), false)
                                        : new Start.Ignore<>());
        supervise(SupervisorFlags.oneForOne(), once);
        JsonNode outcome = kill(":once", ":once");
        assertThat(why(outcome, ":once"))
                .isEqualTo("You killed it. It was started again, and chose not to run.");
        assertThat(outcome.get("settled").booleanValue()).isTrue();
        JsonNode top = page.living(":top");
        assertThat(text(top.get("supervision").get("waiting").get(0), "status"))
                .isEqualTo("stopped");
    }

    @Test
    void one_that_has_ended_is_neither_suspended_nor_slow() {
        JsonNode clerk = page.living(":clerk");
        page.pull("slow", clerk, "&millis=50");
        page.pull("suspend", clerk, "");
        page.process(view ->
                text(view, "title").equals(":clerk") && view.get("suspended").booleanValue());
        page.pull("kill", clerk, "");
        successorOf(clerk);
        JsonNode dead = now(clerk);
        assertThat(dead.get("suspended").booleanValue()).isFalse();
        assertThat(dead.get("delay").intValue()).isZero();
    }
}
