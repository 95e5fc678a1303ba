package otp.conformance.registries;

import otp.ExitReason;
import otp.GenServer;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.Registry;
import otp.Registry.Registration;
import otp.RegistryOptions;
import otp.conformance.Names;
import otp.conformance.Tracer;
import otp.conformance.processes.Actor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The registries of a scenario. Those who use a registry that does not run get an {@link
 * IllegalArgumentException}.
 *
 * @param tracer the tracer
 * @param names the names
 */
record Entries(Tracer tracer, Names names) {

    /** Starts a registry, unless it runs. */
    String start(String id, String keys) {
        if (tracer.atPath(id).isPresent()) {
            return "none";
        }
        Registry.Keys kind = Registry.Keys.valueOf(keys.toUpperCase(Locale.ROOT));
        RegistryOptions options = new RegistryOptions(kind, List.of(listener()), List.of());
        Pid<Void> pid = registry(id).startLink(options).pid();
        tracer.watch(new LivingRegistry(tracer.nextReference(id), pid));
        return "ok";
    }

    String kill(String id) {
        return tracer.atPath(id)
                .map(registry -> {
                    Processes.exit(registry.pid(), ExitReason.KILL);
                    return "ok";
                })
                .orElse("none");
    }

    /** Starts the process that every registry tells who registers and unregisters. */
    String startListener() {
        GenServer.start(() -> new Listener(tracer), this.<Object>listener()).pid();
        return "ok";
    }

    private <M> Name<M> listener() {
        return names.local(Listener.NAME);
    }

    /** Registers the calling process. */
    Object register(JsonNode via, JsonNode value) {
        return switch (registry(via.get(1).asString()).register(via.get(2).asString(), value)) {
            case Registration.Ok<Object> _ -> "ok";
            case Registration.AlreadyRegistered<Object>(Pid<Object> holder) ->
                    List.of("error", List.of("already_registered", holder));
        };
    }

    /** Unregisters the calling process. */
    Object unregister(JsonNode via) {
        registry(via.get(1).asString()).unregister(via.get(2).asString());
        return "ok";
    }

    /** Ends the registrations of the calling process that have a value. */
    Object unregisterMatch(JsonNode via, JsonNode value) {
        registry(via.get(1).asString())
                .unregisterMatch(via.get(2).asString(), found -> isValue(value, found));
        return "ok";
    }

    /** Replaces the value of the calling process; returns the one that it had. */
    Object updateValue(JsonNode via, JsonNode value) {
        List<Object> before = new ArrayList<>(List.of("was"));
        boolean isUpdated =
                registry(via.get(1).asString())
                        .updateValue(
                                via.get(2).asString(),
                                was -> {
                                    before.add(was);
                                    return value;
                                });
        return isUpdated ? before : "error";
    }

    /** A process that was started under its key has no value, which JSON has a node for. */
    private static boolean isValue(JsonNode wanted, JsonNode found) {
        return found == null ? wanted.isNull() : wanted.equals(found);
    }

    Object values(String id, String key, Pid<?> process) {
        return registry(id).values(key, process);
    }

    Object match(String id, String key, JsonNode value) {
        return inOrder(
                registry(id).match(key, found -> isValue(value, found)).stream()
                        .map(entry -> Arrays.asList(tracer.shown(entry.process()), entry.value()))
                        .toList());
    }

    Object select(String id, JsonNode value) {
        return inOrder(
                registry(id)
                        .select(
                                entry -> isValue(value, entry.value()),
                                entry -> List.of(entry.key(), tracer.shown(entry.process()))));
    }

    Object putMeta(String id, String key, JsonNode value) {
        registry(id).putMeta(key, value);
        return "ok";
    }

    Object meta(String id, String key) {
        return registry(id).meta(key).<Object>map(value -> List.of("is", value)).orElse("error");
    }

    Object deleteMeta(String id, String key) {
        registry(id).deleteMeta(key);
        return "ok";
    }

    /** Sends a text to everybody who has a key. */
    Object dispatch(String id, String key, String text) {
        registry(id)
                .dispatch(
                        key, entries -> entries.forEach(entry -> Actor.say(entry.process(), text)));
        return "ok";
    }

    Object whereis(JsonNode via) {
        return registry(via.get(1).asString())
                .whereisName(via.get(2).asString())
                .<Object>map(process -> process)
                .orElse("undefined");
    }

    int count(String id) {
        return registry(id).count();
    }

    Object keys(String id, Pid<?> process) {
        return inOrder(registry(id).keys(process));
    }

    Object lookup(String id, String key) {
        return inOrder(
                registry(id).lookup(key).stream()
                        .map(entry -> Arrays.asList(tracer.shown(entry.process()), entry.value()))
                        .toList());
    }

    /** A registry promises none. */
    private static List<?> inOrder(Collection<?> found) {
        return found.stream()
                .sorted(Comparator.comparing(JsonMapper.shared()::writeValueAsString))
                .toList();
    }

    private Registry<Object, JsonNode> registry(String id) {
        return names.registry(id);
    }
}
