package todo.profiler;

import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
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
    private final boolean findsServers;

    private CountingRegistry(List<Object> keys, boolean findsServers) {
        this.keys = keys;
        this.findsServers = findsServers;
    }

    /** Starts the registry, and returns the keys that it is asked for, also those still to come. */
    static List<Object> startLink() {
        return startLink(true);
    }

    /** Starts a registry that finds no server, like {@link #startLink()}. */
    static List<Object> startLinkWithoutServers() {
        return startLink(false);
    }

    private static List<Object> startLink(boolean findsServers) {
        List<Object> keys = Collections.synchronizedList(new ArrayList<>());
        startLink(
                        () -> new CountingRegistry(keys, findsServers),
                        new Name<Message>("todo_process_registry"))
                .pid();
        return keys;
    }

    private Optional<Pid<?>> server() {
        return findsServers ? Optional.of(Processes.self()) : Optional.empty();
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
                yield reply(request, server(), state);
            }
            case RegisterName request -> reply(request, false, state);
            case UnregisterName request -> reply(request, null, state);
        };
    }
}
