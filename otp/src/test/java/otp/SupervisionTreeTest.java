package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static otp.SupervisorFlags.oneForAll;
import static otp.SupervisorFlags.oneForOne;
import static otp.SupervisorFlags.restForOne;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;

@RuntimeTest
class SupervisionTreeTest {

    private final Family family = new Family();

    /** Draws a tree without the numbers of the pids, which differ from run to run. */
    private static String drawingOf(ServerRef<?> supervisor) {
        return SupervisionTree.of(supervisor).replaceAll("#PID<0\\.\\d+\\.0>", "#PID");
    }

    private static ChildSpec<Message> worker(String id) {
        return ChildSpec.worker(id, () -> GenServer.startLink(ScriptedServer::new));
    }

    private static ChildSpec<?> supervisor(
            String id, SupervisorFlags flags, ChildSpec<?>... children) {
        return ChildSpec.supervisor(id, () -> Supervisor.startLink(flags, children));
    }

    @Test
    void a_supervisor_without_children_is_one_line() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForAll());
        assertThat(SupervisionTree.of(supervisor))
                .isEqualTo("Supervisor " + supervisor + ", one_for_all, 0 restarts, 0 messages");
    }

    @Test
    void a_process_is_shown_with_the_keys_by_which_it_is_found() {
        Registry<Message, Integer> rooms = new Registry<>(FreshName.of("rooms"));
        Registry<Message, Integer> topics = new Registry<>(FreshName.of("topics"));
        Pid<Supervisor.Message> top =
                family.supervise(
                        oneForOne(),
                        rooms.childSpec(Registry.Keys.UNIQUE),
                        topics.childSpec(Registry.Keys.DUPLICATE),
                        ChildSpec.worker(
                                "a",
                                () -> GenServer.startLink(ScriptedServer::new, rooms.via("a"))));
        GenServer.cast(rooms.via("a"), Tell.toRun(() -> topics.register("news", 1)));
        GenServer.call(rooms.via("a"), ScriptedServer.Ask.forState());
        assertThat(drawingOf(top))
                .endsWith("a: ScriptedServer #PID {:via, %s, a}, 0 messages".formatted(rooms));
    }

    @Test
    void of_many_names_some_are_shown() {
        Registry<Message, Integer> rooms = new Registry<>(FreshName.of("rooms"));
        Pid<Supervisor.Message> top =
                family.supervise(oneForOne(), rooms.childSpec(Registry.Keys.UNIQUE), worker("a"));
        Pid<?> child = Supervisor.whichChildren(top).getFirst().pid().orElseThrow();
        @SuppressWarnings("unchecked")
        Pid<Message> a = (Pid<Message>) child;
        for (int key = 1; key <= 4; key++) {
            int number = key;
            GenServer.cast(a, Tell.toRun(() -> rooms.register(number, number)));
        }
        GenServer.call(a, ScriptedServer.Ask.forState());
        assertThat(drawingOf(top)).contains(", 3}, 0 messages").doesNotContain(", 4}");
    }

    @Test
    void the_tree_is_drawn_in_the_order_of_the_starts() {
        Pid<Supervisor.Message> top =
                family.supervise(
                        restForOne(),
                        worker("first"),
                        supervisor(
                                "pool",
                                oneForOne(),
                                worker("1"),
                                supervisor("deep", oneForAll(), worker("2")),
                                worker("3")),
                        worker("last"));
        assertThat(drawingOf(top))
                .isEqualTo(
                        """
                        Supervisor #PID, rest_for_one, 0 restarts, 0 messages
                        ├─ first: ScriptedServer #PID, 0 messages
                        ├─ pool: Supervisor #PID, one_for_one, 0 restarts, 0 messages
                        │  ├─ 1: ScriptedServer #PID, 0 messages
                        │  ├─ deep: Supervisor #PID, one_for_all, 0 restarts, 0 messages
                        │  │  └─ 2: ScriptedServer #PID, 0 messages
                        │  └─ 3: ScriptedServer #PID, 0 messages
                        └─ last: ScriptedServer #PID, 0 messages\
                        """);
    }

    @Test
    void a_name_stands_beside_the_pid() {
        Name<Message> name = new Name<>(FreshName.of("drawn"));
        ChildSpec<Message> named =
                ChildSpec.worker("a", () -> GenServer.startLink(ScriptedServer::new, name));
        assertThat(drawingOf(family.supervise(oneForOne(), named)))
                .endsWith("└─ a: ScriptedServer #PID " + name + ", 0 messages");
    }

    @Test
    void the_children_of_a_dynamic_supervisor_have_no_ids() {
        Pid<DynamicSupervisor.Message> top = family.supervise(DynamicSupervisorFlags.oneForOne());
        DynamicSupervisor.startChild(top, worker("a"));
        DynamicSupervisor.startChild(top, worker("b"));
        assertThat(drawingOf(top))
                .isEqualTo(
                        """
                        DynamicSupervisor #PID, one_for_one, 0 restarts, 0 messages
                        ├─ ScriptedServer #PID, 0 messages
                        └─ ScriptedServer #PID, 0 messages\
                        """);
    }

    @Test
    void a_dynamic_supervisor_is_drawn_below_another() {
        ChildSpec<?> dynamic =
                ChildSpec.supervisor(
                        "servers",
                        () -> DynamicSupervisor.startLink(DynamicSupervisorFlags.oneForOne()));
        assertThat(drawingOf(family.supervise(oneForOne(), dynamic)))
                .endsWith(
                        "└─ servers: DynamicSupervisor #PID, one_for_one, 0 restarts, 0 messages");
    }

    @Test
    void restarts_so_far_are_counted() {
        Pid<Supervisor.Message> top = family.supervise(oneForOne(), family.member("a"));
        family.kill("a");
        assertThat(drawingOf(top)).startsWith("Supervisor #PID, one_for_one, 1 restart, ");
    }

    @Test
    void a_child_that_does_not_run_says_so() {
        Pid<Supervisor.Message> top = family.supervise(oneForOne(), worker("a"));
        Supervisor.terminateChild(top, "a");
        assertThat(drawingOf(top)).endsWith("└─ a: stopped");
    }

    @Test
    void the_messages_that_wait_for_a_child_are_counted() {
        Pid<Supervisor.Message> top = family.supervise(oneForOne(), family.member("a"));
        Gate gate = new Gate();
        Gate busy = new Gate();
        GenServer.cast(
                family.pid("a"),
                Tell.toRun(() -> {
                    busy.open();
                    gate.pass();
                }));
        busy.pass();
        GenServer.cast(family.pid("a"), Tell.toAdd(1));
        assertThat(drawingOf(top)).endsWith("└─ a: Member #PID, 1 message");
        gate.open();
    }

    @Test
    void a_process_that_is_no_supervisor_cannot_be_drawn() {
        Pid<Message> server = GenServer.start(ScriptedServer::new).pid();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupervisionTree.of(server))
                .withMessage(server + " is no running supervisor: give the pid or the name of one");
    }

    @Test
    void a_supervisor_that_has_ended_cannot_be_drawn() {
        Pid<Supervisor.Message> supervisor = family.supervise(oneForOne());
        Supervisor.stop(supervisor);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupervisionTree.of(supervisor))
                .withMessageContaining("no running supervisor");
    }
}
