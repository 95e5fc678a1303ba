package otp.conformance.servers;

import otp.Exit;
import otp.GenServer;
import otp.Pid;
import otp.Processes;
import otp.ServerRef;
import otp.Start;
import otp.conformance.Family;
import otp.conformance.Names;
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
 * @param names the names
 * @param areAskedByOrders how servers are asked whether they are at rest
 */
record ServerRun(JsonNode clients, Tracer tracer, Names names, boolean areAskedByOrders)
        implements Family.Run {

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
        Pid<Object> pid = (Pid<Object>) server.pid();
        // What is last in the queue may set a timeout: it is no luck then whether a message comes.
        Processes.send(pid, new Server.Bell());
        Processes.send(pid, new Server.Release());
        return "ok";
    }

    private Object perform(JsonNode step, Client client) {
        return switch (step.get(0).asString()) {
            case "start" -> start(step, client);
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

    private Object start(JsonNode step, Client client) {
        String id = step.get(2).asString();
        Object result = client.perform(() -> start(id, step.get(3)));
        tracer.atPath(id).ifPresent(server -> Client.awaitRest(tracer, server.reference()));
        return result;
    }

    private Start<Object> start(String id, JsonNode json) {
        ServerPlan plan = ServerPlan.of(json, names);
        if (plan.hangs()) {
            return startInVain(plan);
        }
        String reference = tracer.nextReference(id);
        Supplier<Server> server = () -> new Server(plan, reference, tracer, areAskedByOrders);
        if (plan.isLinked()) {
            return plan.name()
                    .map(name -> GenServer.startLink(server, name))
                    .orElseGet(() -> GenServer.startLink(server));
        }
        return plan.name()
                .map(name -> GenServer.start(server, name))
                .orElseGet(() -> GenServer.start(server));
    }

    /** Whether it comes to its init before it is killed is luck, so it is not watched. */
    private static Start<Object> startInVain(ServerPlan plan) {
        Supplier<HangingServer> server = () -> new HangingServer(plan.trapsExits());
        return plan.isLinked()
                ? GenServer.startLink(server, HangingServer.TIMEOUT)
                : GenServer.start(server, HangingServer.TIMEOUT);
    }

    @SuppressWarnings("unchecked")
    private Optional<ServerRef<Object>> target(JsonNode target) {
        return target.isArray()
                ? Optional.of(names.local(target.get(1).asString()))
                : tracer.pidOf(target.asString()).map(pid -> (Pid<Object>) pid);
    }

    @Override
    public Object end() {
        return ProcessRun.killAll(tracer);
    }
}
