package otp;

import java.util.Objects;

/**
 * A name under which at most one process at a time is registered, such as {@code todo_cache}.
 *
 * <p>Whoever declares a name says which messages its process understands; the runtime does not
 * check it.
 *
 * @param value the name itself; two names with equal values are the same name
 * @param <M> the messages that the process of this name understands
 */
public record Name<M>(String value) implements ProcessName<M> {

    /** Creates a name; no process needs to be registered under it yet. */
    public Name {
        Objects.requireNonNull(value, "a name needs a value");
    }

    /** Returns the name as Elixir prints an atom, {@code :todo_cache}. */
    @Override
    public String toString() {
        return ":" + value;
    }
}
