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

    /** Frees a key; does nothing if no process has it. */
    void unregisterName(Object key);

    /** Returns the living process that has the key, if there is one. */
    Optional<Pid<?>> whereisName(Object key);
}
