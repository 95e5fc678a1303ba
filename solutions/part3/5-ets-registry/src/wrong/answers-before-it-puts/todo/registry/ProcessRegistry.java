package todo.registry;

import otp.Call;
import otp.Down;
import otp.Ets;
import otp.EtsException;
import otp.EtsName;
import otp.EtsOptions;
import otp.EtsPattern;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.NameRegistry;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.ServerRef;
import otp.Start;
import otp.Tuple;
import otp.Via;

import java.util.Optional;

/**
 * The process that knows which process has which key; any value can be a key. It keeps that in a
 * table, in which others look without asking it.
 */
public final class ProcessRegistry extends GenServer<ProcessRegistry.Message, Void> {

    static final Name<Message> NAME = new Name<>("todo_process_registry");

    /** The process of each key; only the registry writes it. */
    static final EtsName<Object, Pid<?>> TABLE = new EtsName<>("todo_process_registry");

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
        try {
            return Ets.lookup(TABLE, key).stream()
                    .<Pid<?>>map(Tuple::value)
                    .filter(Processes::isAlive)
                    .findFirst();
        } catch (EtsException noTable) {
            return Optional.empty();
        }
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
    protected Init<Void> init() {
        Ets.create(TABLE, EtsOptions.set());
        return ok(null);
    }

    @Override
    protected Next<Void> handle(Message message, Void nothing) {
        return switch (message) {
            case RegisterName request when whereisName(request.key()).isPresent() ->
                    reply(request, false, nothing);
            case RegisterName request -> {
                reply(from(request), true);
                Processes.monitor(request.process());
                Ets.insert(TABLE, Tuple.of(request.key(), request.process()));
                yield noreply(nothing);
            }
            case UnregisterName request -> {
                Ets.delete(TABLE, request.key());
                yield reply(request, null, nothing);
            }
        };
    }

    @Override
    protected Next<Void> handleInfo(Object message, Void nothing) {
        return switch (message) {
            case Down(_, ServerRef<?> ended, _) -> {
                Ets.matchDelete(TABLE, Tuple.of(EtsPattern.ANY, ended));
                yield noreply(nothing);
            }
            default -> super.handleInfo(message, nothing);
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
