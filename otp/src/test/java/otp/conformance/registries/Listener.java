package otp.conformance.registries;

import otp.Call;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.RegistryEvent;
import otp.conformance.Event;
import otp.conformance.Group;
import otp.conformance.Tracer;
import otp.conformance.Watched;

/** The process that the registries of a scenario tell who registers and unregisters. */
final class Listener extends GenServer<Object, Tracer> {

    static final String NAME = "listener";

    private static final String REFERENCE = NAME + "#1";

    record Ping() implements Call<String> {}

    /** The listener, alive. */
    record Living(String reference, Pid<Object> pid) implements Watched {
        @Override
        public void ping() {
            GenServer.call(pid, new Ping());
        }
    }

    private final Tracer tracer;

    Listener(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    protected Init<Tracer> init() {
        tracer.watch(new Living(REFERENCE, Processes.self()));
        return ok(tracer);
    }

    @Override
    protected Next<Tracer> handle(Object message, Tracer state) {
        return reply((Ping) message, "pong", state);
    }

    @Override
    protected Next<Tracer> handleInfo(Object message, Tracer state) {
        switch (message) {
            case RegistryEvent.Registered<?, ?>(var registry, var key, var process, var value) ->
                    note(registry.name(), key, "register", process, value);
            case RegistryEvent.Unregistered<?, ?>(var registry, var key, var process) ->
                    note(registry.name(), key, "unregister", process);
            default -> throw new IllegalArgumentException("unexpected: " + message);
        }
        return noreply(state);
    }

    /** What is told of one key stays in order. */
    private void note(String registry, Object key, String kind, Object... details) {
        String id = registry.split(" ")[0];
        Group group = new Group("listener to %s %s".formatted(id, key), true);
        Object[] all = new Object[details.length + 2];
        all[0] = id;
        all[1] = key;
        System.arraycopy(details, 0, all, 2, details.length);
        tracer.note(Event.of(group, kind, REFERENCE, all));
    }
}
