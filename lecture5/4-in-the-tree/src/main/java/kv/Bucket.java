package kv;

import otp.Call;
import otp.Cast;
import otp.ChildSpec;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Registry;
import otp.Start;
import otp.Via;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A process that keeps values under keys, and is found by its name. */
public final class Bucket extends GenServer<Bucket.Message, Map<String, String>> {

    /** Knows which process is which bucket. It must run before any bucket does. */
    public static final Registry<Message, Void> REGISTRY = new Registry<>("kv_registry");

    /** What a bucket understands. */
    public sealed interface Message {}

    /**
     * Puts a value under a key.
     *
     * @param key the key
     * @param value the value
     */
    public record Put(String key, String value) implements Message, Cast {}

    /**
     * Asks for the value under a key.
     *
     * @param key the key
     */
    public record Get(String key) implements Message, Call<Optional<String>> {}

    private Bucket() {}

    /** Starts a bucket with nothing in it, linked to the caller, unless the name is taken. */
    public static Start<Message> startLink(String name) {
        return startLink(Bucket::new, via(name));
    }

    /** Specifies a bucket as the child of a supervisor; all buckets have the same id. */
    public static ChildSpec<Message> childSpec(String name) {
        return ChildSpec.worker("kv_bucket", () -> startLink(name));
    }

    /** Puts a value under a key of a bucket. Does not wait until it has been done. */
    public static void put(String name, String key, String value) {
        cast(via(name), new Put(key, value));
    }

    /** Returns the value under a key of a bucket, if there is one. */
    public static Optional<String> get(String name, String key) {
        return call(via(name), new Get(key));
    }

    /** Returns what the runtime calls the bucket of a name. */
    static Via<Message> via(String name) {
        return REGISTRY.via(name);
    }

    @Override
    protected Init<Map<String, String>> init() {
        return ok(new HashMap<>());
    }

    @Override
    protected Next<Map<String, String>> handle(Message message, Map<String, String> values) {
        return switch (message) {
            case Put(String key, String value) -> {
                values.put(key, value);
                yield noreply(values);
            }
            case Get request ->
                    reply(request, Optional.ofNullable(values.get(request.key())), values);
        };
    }
}
