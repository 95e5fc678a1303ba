package store;

import otp.Pid;

import server.Callbacks;
import server.Reply;
import server.Request;
import server.ServerProcess;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A server process that remembers a value for each key. */
public final class KeyValueStore implements Callbacks<Map<String, String>> {

    private record Put(String key, String value) {}

    private record Get(String key) {}

    private KeyValueStore() {}

    /** Starts a store in which there is nothing yet. */
    public static Pid<Request> start() {
        return ServerProcess.start(new KeyValueStore());
    }

    /** Remembers a value, in place of the one before. Does not wait until that has happened. */
    public static void put(Pid<Request> store, String key, String value) {
        ServerProcess.cast(store, new Put(key, value));
    }

    /** Returns the value of a key, if there is one. Waits for ever if the store is dead. */
    public static Optional<String> get(Pid<Request> store, String key) {
        return Optional.ofNullable((String) ServerProcess.call(store, new Get(key)));
    }

    @Override
    public Map<String, String> init() {
        return Map.of();
    }

    @Override
    public Map<String, String> handleCast(Object message, Map<String, String> values) {
        return switch (message) {
            case Put(String key, String value) -> with(values, key, value);
            default -> throw new IllegalArgumentException("cannot be told " + message);
        };
    }

    @Override
    public Reply<Map<String, String>> handleCall(Object question, Map<String, String> values) {
        return switch (question) {
            case Get(String key) -> new Reply<>(values.get(key), values);
            default -> throw new IllegalArgumentException("cannot be asked " + question);
        };
    }

    private static Map<String, String> with(Map<String, String> values, String key, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(key, value);
        return Map.copyOf(changed);
    }
}
