package otp;

import java.util.Objects;

/**
 * A key in a registry, used as a name; {@code {:via, registry, key}} in Elixir.
 *
 * <p>Whoever makes it says which messages the process under the key understands; the runtime does
 * not check it.
 *
 * @param registry who knows the process of the key
 * @param key any value; equal keys are the same name
 * @param <M> the messages that the process under the key understands
 */
public record Via<M>(NameRegistry registry, Object key) implements ProcessName<M> {

    /** Creates a name; no process needs to have the key yet. */
    public Via {
        Objects.requireNonNull(registry, "a via name needs a registry");
        Objects.requireNonNull(key, "a via name needs a key");
    }

    /** Returns the name as Elixir prints it, {@code {:via, registry, key}}. */
    @Override
    public String toString() {
        return "{:via, " + Printed.of(registry) + ", " + Printed.of(key) + "}";
    }
}
