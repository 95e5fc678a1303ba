package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.inProcess;
import static otp.Patience.reasonOf;
import static otp.Processes.exit;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;
import static otp.Processes.spawnLink;
import static otp.TraceOptions.DEFAULTS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import otp.ProcessEvent.Demonitored;
import otp.ProcessEvent.Linked;
import otp.ProcessEvent.Lost;
import otp.ProcessEvent.Monitored;
import otp.ProcessEvent.Registered;
import otp.ProcessEvent.RunsServer;
import otp.ProcessEvent.Sent;
import otp.ProcessEvent.Taken;
import otp.ProcessEvent.Unlinked;
import otp.ProcessEvent.Unregistered;
import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;
import otp.ScriptedServer.Tell;
import otp.SupervisionEvent.ChildDeleted;
import otp.SupervisionEvent.ChildNotStarted;
import otp.SupervisionEvent.ChildStarted;
import otp.SupervisionEvent.GaveUp;
import otp.SupervisionEvent.Restarting;
import otp.SupervisionEvent.SupervisorStarted;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What sessions are told of what happens to processes, between them, and to what they own. */
@RuntimeTest
class TraceEventsTest {

    private static final Optional<Object> CHILD = Optional.of("child");

    /** Begins in the test's own thread. */
    private Told told;

    @AfterEach
    void close() {
        told.close();
    }

    /** Runs code in a process of its own, from whose start on all is told; returns it. */
    private Pid<Object> traced(Runnable code) {
        told = new Told(DEFAULTS);
        Pid<Object> process =
                inProcess(() -> {
                    code.run();
                    return self();
                });
        told.untilEndOf(process);
        return process;
    }

    private <T extends TraceEvent.What> T only(Class<T> type, Pid<?> process) {
        List<T> found =
                told.all(type).stream().filter(what -> what.processes().contains(process)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** Tells that a message was sent and later taken. */
    private Sent sentAndTaken(MessageKind kind, Pid<?> to) {
        List<TraceEvent.What> of =
                told.events().stream()
                        .map(TraceEvent::what)
                        .filter(what ->
                                sentOf(what)
                                        .filter(sent -> sent.messageKind() == kind)
                                        .filter(sent -> sent.to().equals(Optional.of(to)))
                                        .isPresent())
                        .toList();
        assertThat(of).hasSize(2);
        Sent sent = (Sent) of.getFirst();
        assertThat(of.getLast()).isEqualTo(new Taken(sent));
        return sent;
    }

    private static Optional<Sent> sentOf(TraceEvent.What what) {
        return switch (what) {
            case Sent sent -> Optional.of(sent);
            case Taken(Sent sent) -> Optional.of(sent);
            default -> Optional.empty();
        };
    }

    @Test
    void a_server_tells_its_class_before_it_begins() {
        Pid<Object> starter = traced(() -> GenServer.start(ScriptedServer::new));
        Sent started = sentAndTaken(MessageKind.REPLY, starter);
        assertThat(started.message()).isInstanceOf(Start.Ok.class);
        Pid<?> server = started.from().orElseThrow();
        assertThat(only(RunsServer.class, server).label()).isEqualTo("ScriptedServer");
    }

    @Test
    void a_call_and_its_answer_are_sent_and_taken() {
        Pid<Message> server = GenServer.start(ScriptedServer::new).pid();
        Ask request = Ask.forAnswer(7);
        Pid<Object> client = traced(() -> GenServer.call(server, request));
        assertThat(sentAndTaken(MessageKind.CALL, server))
                .returns(request, Sent::message)
                .returns(Optional.of(client), Sent::from);
        assertThat(sentAndTaken(MessageKind.REPLY, client))
                .returns(7, Sent::message)
                .returns(Optional.of(server), Sent::from);
    }

    @Test
    void a_late_answer_is_lost() {
        Pid<Message> server = GenServer.start(ScriptedServer::new).pid();
        Gate answer = new Gate();
        Ask slow =
                new Ask((_, request, state) -> {
                    answer.pass();
                    return GenServer.reply(request, 1, state);
                });
        traced(() -> {
            Failures.ofCall(() -> GenServer.call(server, slow, Duration.ofMillis(1)));
            answer.open();
        });
        told.until(what -> what instanceof Lost(Sent sent) && sent.message().equals(1));
    }

    @Test
    void a_caller_hears_of_the_end_of_its_server() {
        Pid<Message> server = GenServer.start(ScriptedServer::new).pid();
        ExitReason oops = ExitReason.of("oops");
        Ask deadly = new Ask((_, _, state) -> GenServer.stop(oops, state));
        Pid<Object> client = traced(() -> Failures.ofCall(() -> GenServer.call(server, deadly)));
        assertThat(sentAndTaken(MessageKind.DOWN, client)).returns(oops, Sent::message);
    }

    @Test
    void casts_plain_messages_and_orders_to_stop_are_told_apart() {
        Pid<Message> server = GenServer.start(ScriptedServer::new).pid();
        Tell tell = Tell.toAdd(1);
        traced(() -> {
            GenServer.cast(server, tell);
            send(untyped(server), "hello");
            GenServer.stop(server);
        });
        assertThat(sentAndTaken(MessageKind.CAST, server)).returns(tell, Sent::message);
        assertThat(sentAndTaken(MessageKind.PLAIN, server)).returns("hello", Sent::message);
        assertThat(sentAndTaken(MessageKind.SYSTEM, server))
                .returns(ExitReason.NORMAL, Sent::message);
    }

    @SuppressWarnings("unchecked")
    private static Pid<Object> untyped(Pid<?> process) {
        return (Pid<Object>) process;
    }

    @Test
    void a_message_of_a_timer_comes_from_nobody() {
        Pid<Object> receiver =
                traced(() -> {
                    Processes.sendAfter(self(), "due", Duration.ofMillis(1));
                    receive();
                });
        assertThat(sentAndTaken(MessageKind.TIMER, receiver))
                .returns("due", Sent::message)
                .returns(Optional.empty(), Sent::from);
    }

    @Test
    void a_message_to_a_process_that_has_ended_is_lost() {
        Pid<Object> ended = spawn(() -> {});
        reasonOf(monitor(ended));
        Pid<Object> sender = traced(() -> send(ended, "too late"));
        assertThat(only(Lost.class, sender).sent().message()).isEqualTo("too late");
    }

    @Test
    void the_answer_of_a_task_is_told_and_its_process_is_labelled() {
        Pid<Object> owner = traced(() -> Task.async(() -> 5).await());
        Sent reply = sentAndTaken(MessageKind.REPLY, owner);
        assertThat(reply.message()).asString().contains("5");
        assertThat(told.all(ProcessEvent.Started.class))
                .contains(
                        new ProcessEvent.Started(
                                reply.from().orElseThrow(), Optional.of(owner), "Task"));
    }

    @Test
    void an_exit_signal_is_told_also_if_no_mailbox_gets_it() {
        Pid<Object> victim = spawn(Processes::receive);
        Pid<Object> killer = traced(() -> exit(victim, ExitReason.KILL));
        told.untilEndOf(victim);
        Sent signal =
                told.all(Sent.class).stream()
                        .filter(sent -> sent.messageKind() == MessageKind.EXIT)
                        .findFirst()
                        .orElseThrow();
        assertThat(signal.from()).contains(killer);
        assertThat(signal.to()).contains(victim);
        assertThat(signal.message()).isEqualTo(new ExitMessage(killer, ExitReason.KILL));
    }

    @Test
    void the_end_of_a_linked_process_is_told_before_the_signal_that_follows_from_it() {
        Pid<Object> parent =
                traced(() -> {
                    Processes.trapExits(true);
                    spawnLink(() -> {});
                    receive(ExitMessage.class);
                });
        Pid<?> child = sentAndTaken(MessageKind.EXIT, parent).from().orElseThrow();
        List<TraceEvent.What> whats = told.events().stream().map(TraceEvent::what).toList();
        assertThat(whats.indexOf(new ProcessEvent.Ended(child, ExitReason.NORMAL)))
                .isLessThan(whats.indexOf(sentAndTaken(MessageKind.EXIT, parent)))
                .isGreaterThan(whats.indexOf(new Linked(parent, child)));
    }

    @Test
    void links_and_monitors_are_told() {
        Pid<Object> other = spawn(Processes::receive);
        Pid<Object> process =
                traced(() -> {
                    Processes.link(other);
                    Processes.unlink(other);
                    Processes.demonitor(monitor(other));
                });
        assertThat(only(Linked.class, other)).isEqualTo(new Linked(process, other));
        assertThat(only(Unlinked.class, other)).isEqualTo(new Unlinked(process, other));
        Monitored monitored = only(Monitored.class, other);
        assertThat(monitored.process()).isEqualTo(process);
        assertThat(only(Demonitored.class, process).monitor()).isEqualTo(monitored.monitor());
    }

    @Test
    void names_are_told_before_others_can_use_them_and_when_they_are_free() {
        Name<Object> name = new Name<>(FreshName.of("traced"));
        Pid<Object> process = traced(() -> Processes.register(self(), name));
        told.until(new Unregistered(process, name)::equals);
        assertThat(only(Registered.class, process)).isEqualTo(new Registered(process, name));
        assertThat(only(Unregistered.class, process)).isEqualTo(new Unregistered(process, name));
    }

    @Test
    void keys_in_registries_are_told_as_names() {
        Processes.trapExits(true);
        Registry<Object, Integer> registry = new Registry<>(FreshName.of("traced"));
        registry.startLink(Registry.Keys.UNIQUE).pid();
        Pid<Object> process =
                traced(() -> {
                    registry.register("key", 1);
                    registry.unregister("key");
                });
        assertThat(only(Registered.class, process).name()).isEqualTo(registry.via("key"));
        assertThat(only(Unregistered.class, process).name()).isEqualTo(registry.via("key"));
    }

    @Test
    void a_server_that_starts_under_a_key_is_told_once() {
        Processes.trapExits(true);
        Registry<Message, Integer> registry = new Registry<>(FreshName.of("traced"));
        registry.startLink(Registry.Keys.UNIQUE).pid();
        traced(() -> GenServer.start(ScriptedServer::new, registry.via("key")));
        Pid<?> server = registry.whereis("key").orElseThrow();
        assertThat(only(Registered.class, server).name()).isEqualTo(registry.via("key"));
    }

    @Test
    void tables_are_told() {
        Pid<Object> heir = spawn(Processes::receive);
        EtsName<String, Integer> name = new EtsName<>(FreshName.of("traced"));
        Pid<Object> owner =
                traced(() -> {
                    Ets.create(name, EtsOptions.set().heir(heir));
                    Ets.delete(Ets.create(EtsOptions.set()));
                });
        told.until(TableEvent.GivenAway.class::isInstance);
        assertThat(told.all(TableEvent.Created.class))
                .hasSize(2)
                .contains(new TableEvent.Created(name, owner));
        assertThat(told.all(TableEvent.GivenAway.class))
                .containsExactly(new TableEvent.GivenAway(name, owner, heir));
        assertThat(told.all(TableEvent.Gone.class)).hasSize(1);
    }

    /** Has a supervisor of one child live until it gives up or until the body returns. */
    private Pid<?> supervise(
            SupervisorFlags flags,
            ChildSpec<?> child,
            BiConsumer<Pid<?>, Pid<Supervisor.Message>> body) {
        traced(() -> {
            Processes.trapExits(true);
            Pid<Supervisor.Message> supervisor = Supervisor.startLink(flags, child).pid();
            Pid<?> first = Supervisor.whichChildren(supervisor).getFirst().pid().orElse(supervisor);
            body.accept(first, supervisor);
            receive(ExitMessage.class);
        });
        return only(
                        SupervisorStarted.class,
                        told.all(SupervisorStarted.class).getFirst().supervisor())
                .supervisor();
    }

    private static ChildSpec<Message> child() {
        return ChildSpec.worker("child", () -> GenServer.startLink(ScriptedServer::new));
    }

    @Test
    void a_supervisor_tells_of_starts_restarts_and_that_it_gives_up() {
        Pid<?> supervisor =
                supervise(
                        SupervisorFlags.oneForOne().maxRestarts(1).maxSeconds(1_000),
                        child(),
                        (first, by) -> {
                            Monitor end = monitor(first);
                            exit(first, ExitReason.KILL);
                            reasonOf(end);
                            exit(
                                    Supervisor.whichChildren(by).getFirst().pid().orElseThrow(),
                                    ExitReason.KILL);
                        });
        List<ChildStarted> starts = told.all(ChildStarted.class);
        assertThat(told.all(SupervisorStarted.class))
                .containsExactly(new SupervisorStarted(supervisor, Strategy.ONE_FOR_ONE, 1, 1_000));
        Pid<?> first = starts.getFirst().child();
        Pid<?> second = starts.getLast().child();
        assertThat(starts)
                .containsExactly(
                        new ChildStarted(
                                supervisor, CHILD, first, Optional.empty(), Restart.PERMANENT),
                        new ChildStarted(
                                supervisor, CHILD, second, Optional.of(first), Restart.PERMANENT));
        assertThat(told.all(Restarting.class))
                .containsExactly(
                        new Restarting(supervisor, CHILD, Optional.of(first), 1, 1, 1_000));
        assertThat(told.all(GaveUp.class)).containsExactly(new GaveUp(supervisor, CHILD, 1, 1_000));
    }

    @Test
    void the_children_of_a_dynamic_supervisor_are_told_without_ids() {
        traced(() -> {
            Processes.trapExits(true);
            var supervisor = DynamicSupervisor.startLink(DynamicSupervisorFlags.oneForOne()).pid();
            DynamicSupervisor.startChild(supervisor, child());
            DynamicSupervisor.stop(supervisor);
        });
        assertThat(told.all(ChildStarted.class))
                .extracting(ChildStarted::id)
                .containsExactly(Optional.empty());
    }

    @Test
    void a_child_that_does_not_start_is_told() {
        Pid<?> supervisor =
                supervise(
                        SupervisorFlags.oneForOne(),
                        ChildSpec.worker("idle", Start.Ignore::new),
                        (_, by) -> Supervisor.stop(by));
        assertThat(told.all(ChildNotStarted.class))
                .containsExactly(
                        new ChildNotStarted(
                                supervisor,
                                Optional.of("idle"),
                                Restart.PERMANENT,
                                new Start.Ignore<>()));
    }

    @Test
    void a_child_that_is_deleted_is_told() {
        Pid<?> supervisor =
                supervise(
                        SupervisorFlags.oneForOne(),
                        child(),
                        (_, by) -> {
                            Supervisor.deleteChild(by, "child");
                            Supervisor.terminateChild(by, "child");
                            Supervisor.deleteChild(by, "child");
                            Supervisor.stop(by);
                        });
        assertThat(told.all(ChildDeleted.class))
                .containsExactly(new ChildDeleted(supervisor, "child"));
    }
}
