package otp.conformance.registries;

import static otp.conformance.processes.ProcessRun.orBadArgument;

import otp.conformance.Family;
import otp.conformance.Names;
import otp.conformance.Quiet;
import otp.conformance.Tracer;
import otp.conformance.processes.Actor;
import otp.conformance.processes.ProcessRun;
import otp.conformance.supervision.TreeRun;

import tools.jackson.databind.JsonNode;

import java.util.Set;
import java.util.function.Supplier;

/**
 * A scenario of registries that runs, with processes, servers and perhaps a tree that use them.
 *
 * @param scenario the scenario
 * @param entries the registries
 * @param processes does what is done to plain processes
 * @param tree does what is done to workers and supervisors
 */
record RegistryRun(JsonNode scenario, Entries entries, ProcessRun processes, TreeRun tree)
        implements Family.Run {

    private static final Set<String> OF_ANY_PROCESS = Set.of("register", "is_alive");
    private static final Set<String> OF_NAMES = Set.of("unregister", "whereis");

    @Override
    public Object start() {
        if (scenario.has("listens")) {
            entries.startListener();
        }
        scenario.get("registries")
                .properties()
                .forEach(registry ->
                        entries.start(registry.getKey(), registry.getValue().asString()));
        Object started = processes.start();
        return scenario.has("tree") ? tree.start() : started;
    }

    @Override
    public Object perform(JsonNode step) {
        String id = step.get(1).asString("");
        return switch (step.get(0).asString()) {
            case "start_registry" -> entries.start(id, step.get(2).asString());
            case "kill_registry" -> entries.kill(id);
            case "registrations" -> orBadArgument(() -> entries.count(id));
            case "lookup" -> orBadArgument(() -> entries.lookup(id, step.get(2).asString()));
            case "match" ->
                    orBadArgument(() -> entries.match(id, step.get(2).asString(), step.get(3)));
            case "select" -> orBadArgument(() -> entries.select(id, step.get(2)));
            case "put_meta" ->
                    orBadArgument(() -> entries.putMeta(id, step.get(2).asString(), step.get(3)));
            case "meta" -> orBadArgument(() -> entries.meta(id, step.get(2).asString()));
            case "delete_meta" ->
                    orBadArgument(() -> entries.deleteMeta(id, step.get(2).asString()));
            case "values" -> values(id, step);
            case "keys" ->
                    processes
                            .pidOf(step.get(2))
                            .map(pid -> orBadArgument(() -> entries.keys(id, pid)))
                            .orElse("none");
            case "start" -> start(step);
            case "dispatch" -> inActor(step, () -> dispatch(step));
            case String action when action.equals("whereis") && Names.isVia(step.get(1)) ->
                    orBadArgument(() -> entries.whereis(step.get(1)));
            case String action when Names.isVia(step.path(2)) -> performAtKey(action, step);
            case String action -> performAsOthers(action, step);
        };
    }

    private Object values(String id, JsonNode step) {
        return processes
                .pidOf(step.get(3))
                .map(pid -> orBadArgument(() -> entries.values(id, step.get(2).asString(), pid)))
                .orElse("none");
    }

    private Object start(JsonNode step) {
        boolean runs = tracer().atPath(step.get(2).get("id").asString()).isPresent();
        return runs ? "none" : inActor(step, () -> tree.startWorker(step.get(2)));
    }

    private Object performAtKey(String action, JsonNode step) {
        JsonNode via = step.get(2);
        return switch (action) {
            case "register" -> inActor(step, () -> entries.register(via, step.get(3)));
            case "unregister" -> inActor(step, () -> entries.unregister(via));
            case "unregister_match" ->
                    inActor(step, () -> entries.unregisterMatch(via, step.get(3)));
            case "update_value" -> inActor(step, () -> entries.updateValue(via, step.get(3)));
            case "send" -> inActor(step, () -> send(via, step.get(3).asString()));
            case String other -> throw new IllegalArgumentException("no such step: " + other);
        };
    }

    private Object send(JsonNode via, String text) {
        return Actor.say(entries.names().readVia(via), text);
    }

    private Object dispatch(JsonNode step) {
        return entries.dispatch(
                step.get(2).asString(), step.get(3).asString(), step.get(4).asString());
    }

    private Object inActor(JsonNode step, Supplier<Object> task) {
        return processes.perform(step.get(1), task);
    }

    /** What is not about registries is done as in the families of processes and of trees. */
    private Object performAsOthers(String action, JsonNode step) {
        boolean isAboutProcesses =
                OF_NAMES.contains(action)
                        || OF_ANY_PROCESS.contains(action)
                        || tracer().atPath(step.get(1).asString(""))
                                .filter(Actor.Living.class::isInstance)
                                .isPresent();
        return isAboutProcesses ? processes.perform(step) : tree.perform(step);
    }

    private Tracer tracer() {
        return entries.tracer();
    }

    /** The tree in good order; then one after the other, so that it is no luck who dies of whom. */
    @Override
    public Object end() {
        tree.end();
        Quiet.await(tracer());
        return processes.end();
    }
}
