package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import static otp.Hoards.hoard;
import static otp.Hoards.untilCollected;
import static otp.Patience.inProcess;
import static otp.Patience.reasonOf;
import static otp.Patience.until;
import static otp.Processes.exit;
import static otp.Processes.monitor;
import static otp.Processes.register;
import static otp.Processes.self;
import static otp.Processes.spawn;
import static otp.Processes.spawnMonitor;
import static otp.Processes.unregister;
import static otp.Processes.whereis;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What is over leaves nothing behind: with whoever lives on, in a pid, or in the runtime. */
@RuntimeTest
class NothingKeptTest {

    private static final Duration AT_ONCE = Duration.ofNanos(1);

    private final Pid<Message> server = GenServer.start(ScriptedServer::new).pid();

    private static Lifeline lifelineOf(Pid<?> process) {
        return ((LocalProcess<?>) process).lifeline();
    }

    /** Is taken over and never answered. */
    private static Ask withoutAnswer() {
        return new Ask((server, request, state) -> {
            server.from(request);
            return GenServer.noreply(state);
        });
    }

    private static ExitReason failureOf(Pid<Message> server, Ask request) {
        return Failures.ofCall(() -> GenServer.call(server, request, AT_ONCE)).reason();
    }

    @Test
    void a_call_whose_caller_has_given_up_leaves_nothing_with_the_server() {
        for (int round = 0; round < 20_000; round++) {
            assertThat(failureOf(server, withoutAnswer())).isEqualTo(ExitReason.TIMEOUT);
        }
        GenServer.call(server, Ask.forState());
        until(() -> lifelineOf(server).unansweredCalls().copy().isEmpty());
    }

    @Test
    void a_call_that_is_received_leaves_nothing_with_its_receiver() {
        Pid<Message> plain =
                spawn(() -> {
                    while (true) {
                        Processes.receive();
                    }
                });
        for (int round = 0; round < 20_000; round++) {
            assertThat(failureOf(plain, withoutAnswer())).isEqualTo(ExitReason.TIMEOUT);
        }
        Patience.untilQueued(plain, 0);
        until(() -> lifelineOf(plain).unansweredCalls().copy().isEmpty());
        exit(plain, ExitReason.KILL);
    }

    @Test
    void a_call_whose_caller_is_killed_leaves_nothing_with_the_server() {
        for (int round = 0; round < 1_000; round++) {
            Pid<Object> caller =
                    spawn(() -> GenServer.call(server, withoutAnswer(), GenServer.INFINITY));
            Monitor monitor = monitor(caller);
            exit(caller, ExitReason.KILL);
            reasonOf(monitor);
        }
        GenServer.call(server, Ask.forState());
        until(() -> lifelineOf(server).unansweredCalls().copy().isEmpty());
    }

    @Test
    void the_pid_of_the_dead_keeps_nothing_that_it_had() {
        List<WeakReference<Object>> states = new ArrayList<>();
        List<Pid<?>> pids = new ArrayList<>();
        for (int round = 0; round < 100; round++) {
            byte[] hoard = new byte[100_000];
            states.add(new WeakReference<>(hoard));
            pids.add(spawn(() -> hoard[0]++));
        }
        untilCollected(states);
        assertThat(pids).hasSize(100);
    }

    @Test
    void the_pid_of_the_dead_keeps_nothing_of_the_reason_of_its_end() {
        List<WeakReference<Object>> reasons = new ArrayList<>();
        List<Object> pids = new ArrayList<>();
        for (int round = 0; round < 100; round++) {
            Monitor monitor =
                    spawnMonitor(() -> {
                        throw new Exit(ExitReason.of(hoard(reasons)));
                    });
            reasonOf(monitor);
            pids.add(monitor);
        }
        untilCollected(reasons);
        assertThat(pids).hasSize(100);
    }

    @Test
    void an_idle_server_keeps_nothing_of_its_last_call() {
        List<WeakReference<Object>> exchanged = new ArrayList<>();
        List<Object> servers = new ArrayList<>();
        for (int round = 0; round < 100; round++) {
            Pid<BigServer.Message> idle = GenServer.start(BigServer::new).pid();
            servers.add(idle);
            Action next = round % 2 == 0 ? new Action.Await() : GenServer.timeout(Patience.LIMIT);
            GenServer.call(idle, new BigServer.Swap(hoard(exchanged), next));
        }
        untilCollected(exchanged);
        assertThat(servers).hasSize(100);
    }

    /** Answers with as much as it is asked with. */
    private static final class BigServer extends GenServer<BigServer.Message, Integer> {

        sealed interface Message {}

        record Swap(byte[] request, Action next) implements Message, Call<byte[]> {}

        @Override
        protected Init<Integer> init() {
            return ok(0);
        }

        @Override
        protected Next<Integer> handle(Message message, Integer state) {
            return switch (message) {
                case Swap swap -> reply(swap, swap.request().clone(), state, swap.next());
            };
        }
    }

    @Test
    void a_timer_that_is_over_keeps_nothing_of_its_message() {
        List<WeakReference<Object>> messages = new ArrayList<>();
        List<Timer> timers = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            timers.add(Processes.sendAfter(self(), hoard(messages), Duration.ZERO));
            Patience.received(byte[].class);
            Timer cancelled = Processes.sendAfter(self(), hoard(messages), Patience.LIMIT);
            Processes.cancelTimer(cancelled);
            timers.add(cancelled);
        }
        untilCollected(messages);
        assertThat(timers).hasSize(100);
    }

    @Test
    void a_table_that_is_gone_keeps_nothing_of_what_was_meant_for_its_heir() {
        List<WeakReference<Object>> data = new ArrayList<>();
        List<Object> tables = new ArrayList<>();
        for (int round = 0; round < 100; round++) {
            EtsOptions options = EtsOptions.set().heir(server, hoard(data));
            EtsTable<Object, Object> table = Ets.create(options);
            tables.add(table);
            Ets.delete(table);
        }
        untilCollected(data);
        assertThat(tables).hasSize(100);
    }

    @Test
    void an_adopted_thread_keeps_none_of_the_processes_that_it_was() {
        List<WeakReference<Object>> processes = new ArrayList<>();
        for (int round = 0; round < 10_000; round++) {
            processes.add(new WeakReference<>(self()));
            assertThat(catchThrowable(() -> exit(self(), ExitReason.KILL)))
                    .isInstanceOf(Killed.class);
        }
        untilCollected(processes);
    }

    @Test
    void monitors_that_are_over_leave_nothing_on_either_side() {
        for (int round = 0; round < 1_000_000; round++) {
            Processes.demonitor(monitor(server));
        }
        assertThat(lifelineOf(server).monitoredBy().copy()).isEmpty();
        assertThat(lifelineOf(self()).monitors().copy()).isEmpty();
    }

    @Test
    void ends_leave_nothing_with_those_that_were_monitored_or_linked() {
        Processes.trapExits(true);
        for (int round = 0; round < 20_000; round++) {
            reasonOf(
                    spawnMonitor(() -> {
                        monitor(server);
                        Processes.link(server);
                    }));
        }
        assertThat(lifelineOf(self()).monitors().copy()).isEmpty();
        until(() -> lifelineOf(server).monitoredBy().copy().isEmpty());
        until(() -> lifelineOf(server).links().copy().isEmpty());
    }

    @Test
    void processes_leave_nothing_in_the_runtime() {
        List<WeakReference<Object>> processes = new ArrayList<>();
        for (int round = 0; round < 50_000; round++) {
            processes.add(new WeakReference<>(spawn(() -> {})));
        }
        untilCollected(processes);
    }

    @Test
    void the_dead_keep_no_name_however_it_was_given_and_freed() {
        for (int round = 0; round < 5_000; round++) {
            Name<Object> first = new Name<>(FreshName.of("first"));
            Name<Object> second = new Name<>(FreshName.of("second"));
            Pid<Object> process = spawn(Processes::receive);
            register(process, first);
            CompletableFuture<Void> other =
                    CompletableFuture.runAsync(() -> catchThrowable(() -> unregister(first)));
            catchThrowable(() -> unregister(first));
            catchThrowable(() -> register(process, second));
            Monitor monitor = monitor(process);
            exit(process, ExitReason.KILL);
            reasonOf(monitor);
            Patience.valueOf(other);
            assertThat(whereis(first)).isEmpty();
            assertThat(whereis(second)).isEmpty();
        }
    }

    @Test
    void a_process_that_has_ended_is_never_seen_under_a_name() {
        Name<Object> name = new Name<>(FreshName.of("dead"));
        Pid<Object> dead = inProcess(Processes::<Object>self);
        reasonOf(monitor(dead));
        CompletableFuture<Boolean> seen =
                CompletableFuture.supplyAsync(() -> {
                    boolean isSeen = false;
                    for (int look = 0; look < 100_000; look++) {
                        isSeen |= whereis(name).isPresent();
                    }
                    return isSeen;
                });
        while (!seen.isDone()) {
            assertThat(catchThrowable(() -> register(dead, name)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Patience.valueOf(seen)).isFalse();
    }
}
