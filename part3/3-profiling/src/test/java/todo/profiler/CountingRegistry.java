package todo.profiler;

import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Processes;

import todo.registry.ProcessRegistry.Message;
import todo.registry.ProcessRegistry.RegisterName;
import todo.registry.ProcessRegistry.UnregisterName;
import todo.registry.ProcessRegistry.WhereisName;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Stands in for the registry: it finds a process under every key, and notes who was asked for. */
final class CountingRegistry extends GenServer<Message, Void> {

    private final List<Object> keys;

    private CountingRegistry(List<Object> keys) {
        this.keys = keys;
    }

    /** Starts the registry, and returns the keys that it is asked for, also those still to come. */
    static List<Object> startLink() {
        List<Object> keys = Collections.synchronizedList(new ArrayList<>());
        startLink(() -> new CountingRegistry(keys), new Name<Message>("todo_process_registry"))
                .pid();
        return keys;
    }

    @Override
    protected Init<Void> init() {
        return ok(null);
    }

    @Override
    protected Next<Void> handle(Message message, Void state) {
        return switch (message) {
            case WhereisName request -> {
                keys.add(request.key());
                yield reply(request, Optional.of(Processes.self()), state);
            }
            case RegisterName request -> reply(request, false, state);
            case UnregisterName request -> reply(request, null, state);
        };
    }
}
