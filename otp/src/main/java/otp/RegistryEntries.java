package otp;

import otp.Registry.Entry;

import java.util.List;
import java.util.Optional;

/**
 * The entries of a registry, found by their keys. Any thread may use them, and readers never wait.
 *
 * @param <M> the messages that the registered processes understand
 * @param <V> the values that they register
 */
sealed interface RegistryEntries<M, V> permits UniqueEntries, DuplicateEntries {

    /** Adds an entry; returns the living process that has the key and will not share it, if any. */
    Optional<Pid<M>> add(Object key, Entry<M, V> entry);

    /** Removes what a process has under a key. */
    void remove(Object key, Pid<?> process);

    /** Returns the entries under a key; their processes may have ended just now. */
    List<Entry<M, V>> at(Object key);

    /** Counts the entries. */
    int size();
}
