package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.GenServer.call;
import static otp.Patience.until;
import static otp.Processes.isAlive;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** What a server learns from a call that it puts off. */
@RuntimeTest
class FromTest {

    private sealed interface Message {}

    private record Name() implements Message, Call<String> {}

    private record Size() implements Message, Call<Integer> {}

    private record Queue() implements Message, Call<List<From<?>>> {}

    private record Serve() implements Message, Call<Boolean> {}

    /** Puts off calls of two kinds, until it is told to serve them. */
    private static final class Store extends GenServer<Message, List<From<?>>> {

        @Override
        protected Init<List<From<?>>> init() {
            return ok(List.of());
        }

        @Override
        protected Next<List<From<?>>> handle(Message message, List<From<?>> queue) {
            return switch (message) {
                case Name name -> noreply(with(from(name), queue));
                case Size size -> noreply(with(from(size), queue));
                case Queue request -> reply(request, queue, queue);
                case Serve request -> {
                    queue.forEach(waiting -> answer(waiting, queue.size()));
                    yield reply(request, true, List.of());
                }
            };
        }

        private static void answer(From<?> waiting, int size) {
            switch (waiting.request()) {
                case Name name -> waiting.reply(name, "store");
                case Size request -> waiting.reply(request, size);
                default -> throw new IllegalStateException("not put off: " + waiting);
            }
        }

        private static List<From<?>> with(From<?> from, List<From<?>> queue) {
            List<From<?>> longer = new ArrayList<>(queue);
            longer.add(from);
            return List.copyOf(longer);
        }
    }

    private final Pid<Message> store = GenServer.start(Store::new).pid();

    /** Has a client call, and returns the call once the server has put it off. */
    private From<?> putOff(Runnable client) {
        int before = call(store, new Queue()).size();
        client.run();
        until(() -> call(store, new Queue()).size() > before);
        return call(store, new Queue()).getLast();
    }

    private static <T> CompletableFuture<T> inNewProcess(Callable<T> body) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Processes.spawn(() -> result.complete(body.call()));
        return result;
    }

    @Test
    void calls_of_several_kinds_are_answered_from_one_queue() {
        AtomicReference<CompletableFuture<String>> name = new AtomicReference<>();
        AtomicReference<CompletableFuture<Integer>> size = new AtomicReference<>();
        putOff(() -> name.set(inNewProcess(() -> call(store, new Name()))));
        putOff(() -> size.set(inNewProcess(() -> call(store, new Size()))));
        call(store, new Serve());
        assertThat(Patience.valueOf(name.get())).isEqualTo("store");
        assertThat(Patience.valueOf(size.get())).isEqualTo(2);
    }

    @Test
    void an_answer_for_another_request_is_refused_with_both() {
        From<?> waiting = putOff(() -> inNewProcess(() -> call(store, new Size())));
        assertThatThrownBy(() -> waiting.reply(new Name(), "store"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Name[]")
                .hasMessageContaining("Size[]");
        assertThatThrownBy(() -> waiting.reply(new Size(), 7))
                .isInstanceOf(IllegalArgumentException.class);
        call(store, new Serve());
    }

    @Test
    void pid_is_the_process_that_waits() {
        AtomicReference<Pid<Object>> client = new AtomicReference<>();
        From<?> waiting =
                putOff(() ->
                        client.set(
                                Processes.spawn(() -> {
                                    call(store, new Size());
                                })));
        assertThat(waiting.pid()).isSameAs(client.get());
        Monitor monitor = Processes.monitor(waiting.pid());
        Processes.exit(client.get(), ExitReason.KILL);
        assertThat(Patience.reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }

    @Test
    void pid_of_a_server_that_waits_is_that_server() {
        Pid<ScriptedServer.Message> asking = GenServer.start(ScriptedServer::new).pid();
        From<?> waiting =
                putOff(() ->
                        GenServer.cast(
                                asking, ScriptedServer.Tell.toRun(() -> call(store, new Size()))));
        assertThat(waiting.pid()).isSameAs(asking);
    }

    @Test
    void a_thread_that_calls_and_is_no_process_becomes_one() {
        AtomicReference<Pid<?>> itself = new AtomicReference<>();
        Gate gate = new Gate();
        AtomicReference<Thread> thread = new AtomicReference<>();
        From<?> waiting =
                putOff(() ->
                        thread.set(
                                Thread.startVirtualThread(() -> {
                                    call(store, new Size());
                                    itself.set(Processes.self());
                                    gate.pass();
                                })));
        Pid<?> caller = waiting.pid();
        assertThat(caller).isSameAs(waiting.pid());
        assertThat(isAlive(caller)).isTrue();
        Monitor monitor = Processes.monitor(caller);
        call(store, new Serve());
        until(() -> itself.get() != null);
        assertThat((Object) itself.get()).isSameAs(caller);
        gate.open();
        assertThat(Patience.reasonOf(monitor)).isEqualTo(ExitReason.NORMAL);
    }

    @Test
    void a_thread_that_is_made_a_process_by_two_at_once_is_one() {
        for (int round = 0; round < 50; round++) {
            Gate gate = new Gate();
            Gate end = new Gate();
            CompletableFuture<Pid<?>> itself = new CompletableFuture<>();
            Thread thread =
                    Thread.startVirtualThread(() -> {
                        gate.passStubbornly();
                        itself.complete(Processes.self());
                        end.passStubbornly();
                    });
            gate.open();
            LocalProcess<?> adopted = AdoptedThreads.adopt(thread);
            assertThat((Object) Patience.valueOf(itself)).isSameAs(adopted);
            end.open();
        }
    }
}
