package otp.conformance.servers;

import otp.Exit;
import otp.GenServer;
import otp.Pid;
import otp.Processes;
import otp.ServerRef;
import otp.Start;
import otp.conformance.Family;
import otp.conformance.Terms;
import otp.conformance.Tracer;
import otp.conformance.Watched;
import otp.conformance.processes.Actor;
import otp.conformance.processes.ProcessRun;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A scenario of servers and clients that runs.
 *
 * @param clients the ids of the clients
 * @param tracer the tracer
 * @param lane what names end with
 */
record ServerRun(JsonNode clients, Tracer tracer, int lane) implements Family.Run {

    @Override
    public Object start() {
        clients.forEach(id -> Actor.start(tracer, id.asString(), Processes::spawn));
        return "ok";
    }

    @Override
    public Object perform(JsonNode step) {
        Optional<Watched> who = tracer.atPath(step.get(1).asString());
        if (step.get(0).asString().equals("release")) {
            return who.filter(server -> tracer.isHeld(server.reference()))
                    .map(this::release)
                    .orElse("none");
        }
        return who.filter(Actor.Living.class::isInstance)
                .filter(client -> !tracer.waiting().containsKey(client.reference()))
                .map(client -> perform(step, new Client((Actor.Living) client, tracer)))
                .orElse("none");
    }

    @SuppressWarnings("unchecked")
    private Object release(Watched server) {
        tracer.release(server.reference());
        Processes.send((Pid<Object>) server.pid(), new Server.Release());
        return "ok";
    }

    private Object perform(JsonNode step, Client client) {
        return switch (step.get(0).asString()) {
            case "start" -> client.perform(() -> start(step.get(2).asString(), step.get(3)));
            case "trap" ->
                    Actor.ask(
                            client.actor().pid(),
                            _ -> Processes.trapExits(step.get(2).asBoolean()));
            case "end" -> {
                Actor.tell(
                        client.actor().pid(),
                        () -> {
                            throw new Exit(Terms.reason(step.get(2)));
                        });
                yield "ok";
            }
            default ->
                    target(step.get(2))
                            .map(target -> new Target(target, tracer))
                            .map(target -> new Request(step, client, target).perform())
                            .orElse("no_target");
        };
    }

    private Start<Object> start(String id, JsonNode json) {
        ServerPlan plan = ServerPlan.of(json, lane);
        String reference = tracer.nextReference(id);
        Supplier<Server> server = () -> new Server(plan, reference, tracer);
        if (plan.isLinked()) {
            return plan.name()
                    .map(name -> GenServer.startLink(server, name))
                    .orElseGet(() -> GenServer.startLink(server));
        }
        return plan.name()
                .map(name -> GenServer.start(server, name))
                .orElseGet(() -> GenServer.start(server));
    }

    @SuppressWarnings("unchecked")
    private Optional<ServerRef<Object>> target(JsonNode target) {
        return target.isArray()
                ? Optional.of(ServerPlan.name(target.get(1), lane))
                : tracer.pidOf(target.asString()).map(pid -> (Pid<Object>) pid);
    }

    @Override
    public Object end() {
        return ProcessRun.killAll(tracer);
    }
}
