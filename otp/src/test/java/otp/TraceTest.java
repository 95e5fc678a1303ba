package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Patience.inProcess;
import static otp.Patience.reasonOf;
import static otp.Processes.exit;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;
import static otp.Processes.spawnMonitor;
import static otp.TraceOptions.DEFAULTS;

import org.junit.jupiter.api.Test;

import otp.ProcessEvent.Ended;
import otp.ProcessEvent.Sent;
import otp.ProcessEvent.Started;
import otp.ProcessEvent.Taken;
import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Sessions: who is told what, and when they end. */
@RuntimeTest
class TraceTest {

    private static final TraceOptions PROCESSES = DEFAULTS.only(TraceKind.PROCESSES);

    private static Pid<Object> waiting() {
        return spawn(Processes::receive);
    }

    /** Starts a process that starts another one and ends; returns that. */
    private static Pid<Object> childOfAnother() {
        return inProcess(() -> TraceTest.waiting());
    }

    private static void end(Pid<?> process) {
        Monitor monitor = monitor(process);
        exit(process, ExitReason.KILL);
        reasonOf(monitor);
    }

    @Test
    void a_start_is_told_with_its_parent_and_an_end_with_its_reason() {
        try (Told told = new Told(PROCESSES)) {
            Pid<Object> child = waiting();
            end(child);
            told.untilEndOf(child);
            assertThat(told.all(Started.class))
                    .contains(new Started(child, Optional.of(self()), "Process"));
            assertThat(told.all(Ended.class)).contains(new Ended(child, ExitReason.KILLED));
        }
    }

    @Test
    void events_have_numbers_from_1_without_gaps_and_times_that_do_not_go_back() {
        try (Told told = new Told(DEFAULTS)) {
            IntStream.range(0, 100).forEach(_ -> childOfAnother());
            List<TraceEvent> events = told.events();
            assertThat(events)
                    .extracting(TraceEvent::number)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, events.size()).boxed().toList());
            assertThat(events).extracting(TraceEvent::nanos).isSorted();
            assertThat(events).extracting(TraceEvent::time).isSorted();
        }
    }

    @Test
    void the_owner_is_told_of_what_it_does_itself() {
        Pid<Message> server = GenServer.start(ScriptedServer::new).pid();
        try (Told told = new Told(DEFAULTS.only(TraceKind.MESSAGES).of(self()))) {
            GenServer.call(server, Ask.forState());
            assertThat(told.events()).hasSize(4);
        }
    }

    @Test
    void an_owner_that_excludes_itself_is_told_nothing_of_what_it_does() {
        Pid<Message> server = GenServer.start(ScriptedServer::new).pid();
        try (Told told = new Told(DEFAULTS)) {
            told.trace().exclude(self());
            GenServer.call(server, Ask.forState());
            Processes.link(server);
            assertThat(told.events()).noneMatch(event -> event.what().processes().contains(server));
        }
    }

    @Test
    void only_the_kinds_that_are_wanted_are_told() {
        Pid<Message> server = GenServer.start(ScriptedServer::new).pid();
        try (Told told = new Told(DEFAULTS.only(TraceKind.MESSAGES))) {
            inProcess(() -> GenServer.call(server, Ask.forState()));
            told.until(Taken.class::isInstance);
            assertThat(told.events())
                    .extracting(event -> event.what().kind())
                    .containsOnly(TraceKind.MESSAGES);
        }
    }

    @Test
    void only_the_processes_that_are_wanted_are_told_of() {
        Pid<Object> wanted = waiting();
        try (Told told = new Told(PROCESSES.of(wanted))) {
            end(childOfAnother());
            end(wanted);
            told.untilEndOf(wanted);
            assertThat(told.events()).hasSize(1);
        }
    }

    @Test
    void those_that_start_later_can_be_told_of_alone() {
        Pid<Object> old = waiting();
        try (Told told = new Told(PROCESSES.ofNewProcesses())) {
            Pid<Object> young = childOfAnother();
            end(old);
            end(young);
            told.untilEndOf(young);
            assertThat(told.all(Ended.class)).noneMatch(ended -> ended.process() == old);
        }
    }

    @Test
    void those_that_a_traced_process_starts_are_traced_on_demand() {
        Pid<Object> test = self();
        Pid<Object> parent =
                spawn(() -> {
                    receive();
                    spawn(() -> spawn(() -> send(test, self())));
                });
        try (Told told = new Told(PROCESSES.of(parent).withSpawned())) {
            childOfAnother();
            send(parent, "go on");
            Pid<?> grandchild = Patience.received(Pid.class);
            told.untilEndOf(grandchild);
            told.untilEndOf(parent);
            assertThat(told.all(Started.class)).hasSize(2);
        }
    }

    @Test
    void a_process_can_be_included_and_excluded_later() {
        Pid<Object> included = waiting();
        Pid<Object> excluded = waiting();
        try (Told told = new Told(PROCESSES.of(excluded))) {
            told.trace().include(included);
            told.trace().exclude(excluded);
            end(excluded);
            end(included);
            told.untilEndOf(included);
            assertThat(told.events()).hasSize(1);
        }
    }

    @Test
    void several_sessions_are_told_the_same_each_with_its_own_numbers() {
        try (Told first = new Told(PROCESSES)) {
            childOfAnother();
            try (Told second = new Told(PROCESSES)) {
                Pid<Object> child = childOfAnother();
                end(child);
                first.untilEndOf(child);
                second.untilEndOf(child);
                assertThat(second.events()).extracting(TraceEvent::number).startsWith(1L);
                assertThat(second.whatIsAbout(child))
                        .hasSize(2)
                        .isEqualTo(first.whatIsAbout(child));
            }
        }
    }

    @Test
    void what_finds_the_buffer_full_is_counted_and_what_comes_after_it_is_told_again() {
        try (Told told = new Told(PROCESSES.of(self()).withSpawned().capacity(2))) {
            IntStream.range(0, 5).forEach(_ -> reasonOf(spawnMonitor(() -> {})));
            assertThat(told.events()).hasSize(2);
            assertThat(told.trace().dropped()).isEqualTo(5 * 2 - 2);
            reasonOf(spawnMonitor(() -> {}));
            assertThat(told.events())
                    .extracting(TraceEvent::number)
                    .containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void the_session_of_another_process_cannot_be_read() {
        try (Trace trace = Trace.start()) {
            assertThatThrownBy(() -> inProcess(trace::poll))
                    .hasCauseInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a trace is read by the process that has started it")
                    .hasMessageContaining(self().toString());
        }
    }

    @Test
    void a_session_that_is_closed_can_be_read_to_its_end_and_then_has_nothing() {
        Told told = new Told(PROCESSES);
        Pid<Object> child = childOfAnother();
        told.close();
        end(child);
        told.until(Started.class::isInstance);
        assertThat(told.all(Ended.class)).noneMatch(ended -> ended.process() == child);
        assertThat(told.trace().take(GenServer.INFINITY)).isEmpty();
        told.close();
    }

    @Test
    void a_session_ends_with_its_owner() {
        Trace trace = inProcess(Trace::start);
        Patience.until(() -> !Tracing.has(trace));
    }

    @Test
    void taking_waits_for_an_event_and_for_no_longer_than_it_may() {
        Pid<Object> child = waiting();
        Gate taking = new Gate();
        try (Trace trace = Trace.start(PROCESSES.of(child))) {
            assertThat(trace.take(Duration.ofMillis(1))).isEmpty();
            assertThat(trace.poll()).isEmpty();
            Pid<Object> reader = self();
            Thread.startVirtualThread(() -> {
                taking.pass();
                Patience.untilWaiting(reader);
                exit(child, ExitReason.KILL);
            });
            taking.open();
            assertThat(trace.take(GenServer.INFINITY))
                    .extracting(TraceEvent::what)
                    .containsExactly(new Ended(child, ExitReason.KILLED));
        }
    }

    @Test
    @SuppressWarnings("try")
    void a_reader_that_waits_is_woken_when_the_session_is_closed() {
        Pid<Object> reader = self();
        try (Trace trace = Trace.start(PROCESSES.of())) {
            Thread.startVirtualThread(() -> {
                Patience.untilWaiting(reader);
                trace.close();
            });
            assertThat(trace.take(GenServer.INFINITY)).isEmpty();
        }
    }

    @Test
    void a_reader_that_waits_can_be_killed() {
        Monitor reader = spawnMonitor(() -> Trace.start(PROCESSES.of()).take(GenServer.INFINITY));
        Pid<?> pid = (Pid<?>) reader.reference();
        Patience.untilWaiting(pid);
        exit(pid, ExitReason.KILL);
        assertThat(reasonOf(reader)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void a_message_is_told_as_it_is_and_none_of_its_methods_run() {
        HostileValue value = new HostileValue(Hostility.values()[0]);
        Pid<Object> receiver = waiting();
        try (Told told = new Told(DEFAULTS.only(TraceKind.MESSAGES))) {
            spawn(() -> send(receiver, value));
            told.until(what -> what instanceof Sent sent && sent.message() == value);
            told.until(what -> what instanceof Taken taken && taken.sent().message() == value);
        }
    }

    @Test
    void options_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> DEFAULTS.capacity(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a trace has room for 1 to 1073741824 events, and not for 0");
    }
}
