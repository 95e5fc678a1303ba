package todo.registry;

import otp.Call;
import otp.Down;
import otp.GenServer;
import otp.Init;
import otp.Monitor;
import otp.Name;
import otp.NameRegistry;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.Start;
import otp.Via;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The process that knows which process has which key; any value can be a key. */
public final class ProcessRegistry
        extends GenServer<ProcessRegistry.Message, Map<Object, ProcessRegistry.Held>> {

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

    /**
     * What is known of a key.
     *
     * @param process the process that has it
     * @param monitor what tells the end of that process, for this key
     */
    record Held(Pid<?> process, Monitor monitor) {}

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
    protected Init<Map<Object, ProcessRegistry.Held>> init() {
        return ok(new HashMap<>());
    }

    @Override
    protected Next<Map<Object, ProcessRegistry.Held>> handle(
            Message message, Map<Object, ProcessRegistry.Held> processes) {
        return switch (message) {
            case RegisterName request -> reply(request, register(request, processes), processes);
            case UnregisterName request -> {
                // Task 2: the process that has the key, if any, has it no more.
                Held held = processes.remove(request.key());
                if (held != null) {
                    Processes.demonitorAndFlush(held.monitor());
                }
                yield reply(request, null, processes);
                // End of task 2.
            }
            case WhereisName request -> reply(request, find(request.key(), processes), processes);
        };
    }

    private static boolean register(
            RegisterName request, Map<Object, ProcessRegistry.Held> processes) {
        // Task 1: give a free key to the process, and watch over it.
        if (find(request.key(), processes).isPresent()) {
            return false;
        }
        processes.put(
                request.key(), new Held(request.process(), Processes.monitor(request.process())));
        return true;
        // End of task 1.
    }

    /** The news of an end takes its time: until then, a process that has the key may be dead. */
    private static Optional<Pid<?>> find(Object key, Map<Object, ProcessRegistry.Held> processes) {
        // Task 1: only a living process has a key.
        return Optional.ofNullable(processes.get(key))
                .<Pid<?>>map(Held::process)
                .filter(Processes::isAlive);
        // End of task 1.
    }

    @Override
    protected Next<Map<Object, ProcessRegistry.Held>> handleInfo(
            Object message, Map<Object, ProcessRegistry.Held> processes) {
        return switch (message) {
            case Down(Monitor ended, _, _) -> {
                // Task 3: forget the process that has ended, under whatever keys it was.
                processes.values().removeIf(held -> held.monitor().equals(ended));
                yield noreply(processes);
                // End of task 3.
            }
            default -> super.handleInfo(message, processes);
        };
    }

    /** The registry as names use it: in the process that uses a name. */
    private record Names() implements NameRegistry {

        @Override
        public boolean registerName(Object key, Pid<?> process) {
            // Task 4: a process that is started under a name registers itself.
            return ProcessRegistry.registerName(key, process);
            // End of task 4.
        }

        @Override
        public void unregisterName(Object key) {
            // Task 4: a process that does not begin after all gives its name back.
            ProcessRegistry.unregisterName(key);
            // End of task 4.
        }

        @Override
        public Optional<Pid<?>> whereisName(Object key) {
            // Task 4: a name is looked up each time that it is used.
            return ProcessRegistry.whereisName(key);
            // End of task 4.
        }

        @Override
        public String toString() {
            return "ProcessRegistry";
        }
    }
}
