package otp.conformance.registries;

import otp.ExitReason;
import otp.Pid;
import otp.Processes;
import otp.Registry;
import otp.Registry.Registration;
import otp.conformance.Names;
import otp.conformance.Tracer;
import otp.conformance.processes.Actor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        Pid<Void> pid = registry(id).startLink(kind).pid();
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
