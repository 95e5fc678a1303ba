package todo.registry;

import otp.Call;
import otp.Down;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.NameRegistry;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.ServerRef;
import otp.Start;
import otp.Via;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The process that knows which process has which key; any value can be a key. */
public final class ProcessRegistry extends GenServer<ProcessRegistry.Message, Map<Object, Pid<?>>> {

    static final Name<Message> NAME = new Name<>("todo_process_registry");

    /** What the registry understands. */
    public sealed interface Message {}

    /**
     * Asks for a key to be given to a process.
     *
     * @param key the key
     * @param process who is to have it
     */
    public record RegisterName(Object key, Pid<?> process) implements Message, Call<Boolean> {}

    /**
     * Asks for a key to be free again.
     *
     * @param key the key
     */
    public record UnregisterName(Object key) implements Message, Call<Void> {}

    /**
     * Asks for the process that has a key.
     *
     * @param key the key
     */
    public record WhereisName(Object key) implements Message, Call<Optional<Pid<?>>> {}

    private ProcessRegistry() {}

    /** Starts the registry, of which there is one at a time, linked to the caller. */
    public static Start<Message> startLink() {
        return startLink(ProcessRegistry::new, NAME);
    }

    /**
     * Registers a process under a key; returns false, and changes nothing, if a living process has
     * the key.
     */
    public static boolean registerName(Object key, Pid<?> process) {
        return call(NAME, new RegisterName(key, process));
    }

    /** Frees a key; does nothing if no process has it. */
    public static void unregisterName(Object key) {
        call(NAME, new UnregisterName(key));
    }

    /** Returns the living process that has a key, if there is one. */
    public static Optional<Pid<?>> whereisName(Object key) {
        return call(NAME, new WhereisName(key));
    }

    /**
     * Returns a key as a name, with which a server can be started, called and cast to.
     *
     * @param <M> the messages that the process under the key understands
     */
    public static <M> Via<M> via(Object key) {
        return new Via<>(new Names(), key);
    }

    @Override
    protected Init<Map<Object, Pid<?>>> init() {
        return ok(new HashMap<>());
    }

    @Override
    protected Next<Map<Object, Pid<?>>> handle(Message message, Map<Object, Pid<?>> processes) {
        return switch (message) {
            case RegisterName request -> reply(request, register(request, processes), processes);
            case UnregisterName request -> {
                find(request.key(), processes).ifPresent(_ -> processes.remove(request.key()));
                yield reply(request, null, processes);
            }
            case WhereisName request -> reply(request, find(request.key(), processes), processes);
        };
    }

    private static boolean register(RegisterName request, Map<Object, Pid<?>> processes) {
        if (find(request.key(), processes).isPresent()) {
            return false;
        }
        Processes.monitor(request.process());
        processes.put(request.key(), request.process());
        return true;
    }

    /** The news of an end takes its time: until then, a process that has the key may be dead. */
    private static Optional<Pid<?>> find(Object key, Map<Object, Pid<?>> processes) {
        return Optional.<Pid<?>>ofNullable(processes.get(key)).filter(Processes::isAlive);
    }

    @Override
    protected Next<Map<Object, Pid<?>>> handleInfo(Object message, Map<Object, Pid<?>> processes) {
        return switch (message) {
            case Down(_, ServerRef<?> ended, _) -> {
                processes.values().removeIf(ended::equals);
                yield noreply(processes);
            }
            default -> super.handleInfo(message, processes);
        };
    }

    /** The registry as names use it: in the process that uses a name. */
    private record Names() implements NameRegistry {

        @Override
        public boolean registerName(Object key, Pid<?> process) {
            return ProcessRegistry.registerName(key, process);
        }

        @Override
        public void unregisterName(Object key) {
            ProcessRegistry.unregisterName(key);
        }

        @Override
        public Optional<Pid<?>> whereisName(Object key) {
            return ProcessRegistry.whereisName(key);
        }

        @Override
        public String toString() {
            return "ProcessRegistry";
        }
    }
}
