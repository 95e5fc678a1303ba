package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import static otp.Patience.reasonOf;
import static otp.Patience.valueOf;
import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.link;
import static otp.Processes.list;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.register;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A thread that the runtime did not start is a process as soon as it needs to be one. */
@RuntimeTest
class AdoptedThreadTest {

    private static final ExitReason BOOM = ExitReason.of("boom");

    @Test
    void a_thread_becomes_a_process_and_stays_the_same() {
        Pid<Object> test = self();
        assertThat(isAlive(test)).isTrue();
        assertThat(list().contains(test)).isTrue();
        send(test, "hello");
        assertThat(receive()).isEqualTo("hello");
        assertThat((Object) self()).isSameAs(test);
    }

    @Test
    void each_thread_is_a_process_of_its_own() {
        CompletableFuture<Pid<Object>> other = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> other.complete(self()));
        assertThat(valueOf(other)).isNotSameAs(self());
    }

    @Test
    void a_thread_can_call_without_becoming_a_process() {
        Pid<ScriptedServer.Message> server = GenServer.start(ScriptedServer::new).pid();
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        CompletableFuture<LocalProcess<?>> process = new CompletableFuture<>();
        Thread.ofPlatform()
                .start(() -> {
                    answer.complete(GenServer.call(server, ScriptedServer.Ask.forAnswer(7)));
                    process.complete(ProcessTable.currentOrNull());
                });
        assertThat(valueOf(answer)).isEqualTo(7);
        assertThat(valueOf(process)).isNull();
    }

    @Test
    void the_end_of_a_thread_is_announced_when_somebody_looks() throws InterruptedException {
        Name<Object> name = new Name<>("adopted_thread");
        CompletableFuture<Pid<Object>> adopted = new CompletableFuture<>();
        Gate gate = new Gate();
        Thread thread =
                Thread.ofPlatform()
                        .start(() -> {
                            register(self(), name);
                            adopted.complete(self());
                            gate.pass();
                        });
        Pid<Object> process = valueOf(adopted);
        Monitor monitor = monitor(process);
        gate.open();
        thread.join(Patience.LIMIT);

        assertThat(list().contains(process)).isFalse();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.NORMAL);
        assertThat(isAlive(process)).isFalse();
        assertThat(whereis(name)).isEmpty();
    }

    @Test
    void an_interrupted_thread_leaves_receive_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        assertThat(Failures.ofExit(Processes::receive)).isEqualTo(ExitReason.of("interrupted"));
        assertThat(Thread.interrupted()).isTrue();
        send(self(), "still usable");
        assertThat(receive()).isEqualTo("still usable");
    }

    @Test
    void a_thread_that_is_interrupted_while_it_waits_leaves_receive() {
        CompletableFuture<Pid<Object>> waiting = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform()
                        .start(() -> {
                            waiting.complete(self());
                            Failures.ofExit(Processes::receive);
                            interrupted.complete(Thread.interrupted());
                        });
        Patience.untilWaiting(valueOf(waiting));
        thread.interrupt();
        assertThat(valueOf(interrupted)).isTrue();
    }

    @Test
    void an_interrupted_thread_leaves_a_call_and_stays_interrupted() {
        Pid<ScriptedServer.Message> silent = spawn(() -> receive(Integer.class));
        self();
        Thread.currentThread().interrupt();
        assertThat(
                        Failures.ofExit(() -> GenServer.call(silent, ScriptedServer.Ask.forState()))
                                .toString())
                .startsWith("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void an_interrupted_thread_leaves_no_server_that_it_was_starting() {
        Name<ScriptedServer.Message> name = new Name<>("interrupted_start");
        self();
        Thread starter = Thread.currentThread();
        Start<ScriptedServer.Message> start =
                GenServer.startLink(
                        () ->
                                new ScriptedServer() {
                                    @Override
                                    protected Init<Integer> init() {
                                        starter.interrupt();
                                        receive();
                                        return ok(0);
                                    }
                                },
                        name);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(start).isEqualTo(new Start.Failed<>(ExitReason.of("interrupted")));
        Patience.until(() -> whereis(name).isEmpty());
        assertThat(receive(Object.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void an_interrupted_thread_hears_no_more_of_what_it_was_stopping() {
        Pid<ScriptedServer.Message> server = GenServer.start(ScriptedServer::new).pid();
        Gate gate = new Gate();
        Patience.occupy(server, gate::pass);
        self();
        Thread.currentThread().interrupt();
        assertThat(Failures.ofExit(() -> GenServer.stop(server)))
                .isEqualTo(ExitReason.of("interrupted"));
        assertThat(Thread.interrupted()).isTrue();
        Monitor monitor = monitor(server);
        gate.open();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.NORMAL);
        assertThat(receive(Object.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void an_interrupted_thread_leaves_no_task_that_it_was_shutting_down() {
        Gate trapping = new Gate();
        Task<Object> task =
                Task.async(() -> {
                    trapExits(true);
                    trapping.open();
                    return receive(String.class);
                });
        trapping.pass();
        Monitor monitor = monitor(task.pid());
        Thread.currentThread().interrupt();
        assertThat(Failures.ofExit(task::shutdown)).isEqualTo(ExitReason.of("interrupted"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
        assertThat(receive(Object.class, Duration.ZERO)).isEmpty();
    }

    @Test
    void a_thread_that_a_link_ends_hears_of_it_once_and_is_a_new_process_then() {
        Pid<Object> first = self();
        send(first, "for the first");
        endByLink(first);
        assertThatThrownBy(Processes::receive)
                .isInstanceOf(Killed.class)
                .hasMessageContaining("boom");
        assertThat((Object) self()).isNotSameAs(first);
        assertThat(receive(String.class, Duration.ZERO)).isEmpty();
        send(self(), "for the second");
        assertThat(receive()).isEqualTo("for the second");
    }

    @Test
    void the_end_of_a_thread_by_a_link_is_announced_when_the_thread_hears_of_it() {
        Name<Object> name = new Name<>("adopted_thread_ended");
        Pid<Object> first = self();
        register(first, name);
        CompletableFuture<ExitReason> announced = new CompletableFuture<>();
        Gate monitored = new Gate();
        spawn(() -> {
            Monitor monitor = monitor(first);
            monitored.open();
            announced.complete(reasonOf(monitor));
        });
        monitored.pass();
        endByLink(first);
        assertThat(announced).isNotDone();
        assertThatThrownBy(Processes::self).isInstanceOf(Killed.class);
        assertThat(valueOf(announced)).isEqualTo(BOOM);
        assertThat(whereis(name)).isEmpty();
    }

    @Test
    void a_waiting_thread_that_a_link_ends_hears_of_it() {
        CompletableFuture<Pid<Object>> waiting = new CompletableFuture<>();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread.ofPlatform()
                .start(() -> {
                    waiting.complete(self());
                    thrown.complete(catchThrowable(Processes::receive));
                });
        Patience.untilWaiting(valueOf(waiting));
        endByLink(valueOf(waiting));
        assertThat(valueOf(thrown)).isInstanceOf(Killed.class);
    }

    @Test
    void a_thread_that_traps_exits_receives_them() {
        trapExits(true);
        Pid<Object> linked = spawn(Processes::receive);
        link(linked);
        exit(linked, BOOM);
        assertThat(receive(ExitMessage.class, Patience.LIMIT))
                .contains(new ExitMessage(linked, BOOM));
    }

    /** Links a process with another and lets that one crash. */
    private static void endByLink(Pid<Object> process) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        spawn(() -> {
            link(process);
            Pid<Object> crashing = self();
            Thread crashed = ((LocalProcess<?>) crashing).thread();
            Thread.ofVirtual().start(() -> completeAfter(crashed, ended));
            throw new Exit(BOOM);
        });
        valueOf(ended);
    }

    private static void completeAfter(Thread crashed, CompletableFuture<Void> ended) {
        try {
            crashed.join();
            ended.complete(null);
        } catch (InterruptedException interrupted) {
            ended.completeExceptionally(interrupted);
        }
    }
}
