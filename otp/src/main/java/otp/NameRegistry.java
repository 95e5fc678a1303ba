package otp;

import java.util.Optional;

/**
 * What a registry must be able to do so that its keys can be used as names, with {@link Via}. It is
 * the contract of Elixir's {@code :via} tuples.
 *
 * <p>A registry forgets a process when it ends. Its methods run in the process that uses the name,
 * and may call a process of the registry's own.
 */
public interface NameRegistry {

    /**
     * Registers a process under a key; returns false, and changes nothing, if a living process has
     * the key.
     */
    boolean registerName(Object key, Pid<?> process);

    /**
     * Registers a process under a key unless another has it, and returns the process that has the
     * key then; nothing if the key is refused although no process is known to have it.
     *
     * <p>It is made of the other methods by default. A registry that keeps the key of a process
     * that was told to end, and still runs, returns that one: {@link #whereisName} does not.
     */
    default Optional<Pid<?>> claimName(Object key, Pid<?> process) {
        return registerName(key, process) ? Optional.of(process) : whereisName(key);
    }

    /** Frees a key; does nothing if no process has it. */
    void unregisterName(Object key);

    /** Returns the living process that has the key, if there is one. */
    Optional<Pid<?>> whereisName(Object key);
}
