package otp;

import java.util.function.Supplier;

/** A server whose state is a hostile value; it does as its messages say. */
final class HostileServer extends GenServer<HostileServer.Message, HostileValue> {

    sealed interface Message {}

    /** Is never answered, unless the server ends. */
    record Ask(HostileValue value) implements Message, Call<Object> {}

    record Tell(Supplier<Next<HostileValue>> script) implements Message, Cast {}

    private final Hostility hostility;
    private final Runnable atFirst;

    HostileServer(Hostility hostility) {
        this(hostility, () -> {});
    }

    /**
     * Creates a server.
     *
     * @param atFirst what it does in its init
     */
    HostileServer(Hostility hostility, Runnable atFirst) {
        this.hostility = hostility;
        this.atFirst = atFirst;
    }

    @Override
    protected Init<HostileValue> init() {
        atFirst.run();
        return ok(new HostileValue(hostility));
    }

    @Override
    protected Next<HostileValue> handle(Message message, HostileValue state) {
        return switch (message) {
            case Ask ask -> {
                from(ask);
                yield noreply(state);
            }
            case Tell(Supplier<Next<HostileValue>> script) -> script.get();
        };
    }
}
