package todo.registry;

import otp.Call;
import otp.Cast;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.ServerRef;
import otp.Start;
import otp.Via;

/** A server that can be given a name, and that decides in its init as a test wants it. */
final class Counter extends GenServer<Counter.Message, Integer> {

    sealed interface Message {}

    record Increment() implements Message, Cast {}

    record Value() implements Message, Call<Integer> {}

    private final Init<Integer> init;

    private Counter(Init<Integer> init) {
        this.init = init;
    }

    static Start<Message> startLink(Via<Message> name) {
        return startLink(() -> new Counter(ok(0)), name);
    }

    static Start<Message> startAndStop(Via<Message> name, ExitReason reason) {
        return startLink(() -> new Counter(stop(reason)), name);
    }

    static Start<Message> startAndIgnore(Via<Message> name) {
        return startLink(() -> new Counter(ignore()), name);
    }

    static void increment(ServerRef<Message> counter) {
        cast(counter, new Increment());
    }

    static int value(ServerRef<Message> counter) {
        return call(counter, new Value());
    }

    @Override
    protected Init<Integer> init() {
        return init;
    }

    @Override
    protected Next<Integer> handle(Message message, Integer count) {
        return switch (message) {
            case Increment _ -> noreply(count + 1);
            case Value request -> reply(request, count, count);
        };
    }
}
