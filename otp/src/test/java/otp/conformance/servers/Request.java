package otp.conformance.servers;

import otp.Exit;
import otp.GenServer;
import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;
import otp.ServerRef;
import otp.conformance.Terms;
import otp.conformance.processes.Actor;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a client asks of a server.
 *
 * @param step the step: action, client, server, details
 * @param client the client
 * @param target the server
 */
record Request(JsonNode step, Client client, Target target) {

    /** Long enough to arrive, too short for the answer: the server gives none in time. */
    private static final Duration BRIEF = Duration.ofMillis(5);

    private static final Set<String> QUEUING = Set.of("call", "stop");

    private static final Set<String> GOING_ON = Set.of("go_on", "answer_and_go_on");

    /** Performs the request, up to the point where its client and its server are at rest. */
    Object perform() {
        if (!isPossible()) {
            return "none";
        }
        Optional<String> busy = target.idle().filter(_ -> goesOn()).map(LivingServer::reference);
        busy.ifPresent(client.tracer()::busy);
        if (action().equals("resume")) {
            target.suspended().ifPresent(SystemSteps.of(client.tracer())::resume);
        }
        sendOff();
        busy.ifPresent(server -> Client.awaitRest(client.tracer(), server));
        return "ok";
    }

    /** In a queue, a server just comes to it. */
    private boolean goesOn() {
        return GOING_ON.contains(order());
    }

    private void sendOff() {
        int number = client.tracer().nextRequest();
        Optional<LivingServer> queue = queue();
        int length = length(queue);
        client.begin(
                toBeDone(number),
                () -> {
                    if (!isHold()) {
                        client.tracer().settle(number);
                    }
                });
        Client.until(() -> client.isSettled(number) || length(queue) > length);
        if (!client.isSettled(number)) {
            queue.ifPresent(client::awaitInQueueOf);
        }
    }

    /** Returns the server in whose mailbox the request waits, if it does. */
    private Optional<LivingServer> queue() {
        if (action().equals("call") && target.suspended().isPresent()) {
            return target.suspended();
        }
        boolean isQueuing = QUEUING.contains(action()) || SystemSteps.waitsItsTurn(action());
        return isQueuing ? target.held() : Optional.empty();
    }

    private String action() {
        return step.get(0).asString();
    }

    private String order() {
        return step.path(3).path(0).asString("");
    }

    private boolean isHold() {
        return action().equals("cast") && order().equals("hold");
    }

    /** Tells whether the outcome depends on the step alone, and not on luck. */
    private boolean isPossible() {
        if (target.waits()) {
            return false;
        }
        if (isHold()) {
            return target.isIdle();
        }
        if (action().equals("call") && order().equals("ask")) {
            return target.isIdle() && other().isIdle();
        }
        if (action().equals("stop_briefly") || action().equals("get_state_briefly")) {
            // Only a server that is held certainly does not get to the order in time.
            return target.held().isPresent();
        }
        if (action().equals("suspend") || action().equals("resume")) {
            // In a queue, it would be for the tracer to guess whether the server is suspended.
            return target.held().isEmpty();
        }
        return !action().equals("exit") || target.reference() instanceof Pid<?>;
    }

    private Target other() {
        return Target.at(step.path(3).get(1).asString(), client.tracer());
    }

    private static int length(Optional<LivingServer> queue) {
        return queue.flatMap(held -> Processes.info(held.pid()))
                .map(ProcessInfo::mailboxLength)
                .orElse(0);
    }

    private Supplier<Object> toBeDone(int number) {
        ServerRef<Object> server = target.reference();
        JsonNode detail = step.path(3);
        return switch (action()) {
            case "call" -> {
                Server.Question question = question(number);
                yield () -> call(question, Duration.ofDays(1));
            }
            case "call_briefly" -> {
                Server.Question question = question(number);
                yield () -> call(question, BRIEF);
            }
            case "cast" -> done(() -> GenServer.cast(server, new Server.Order(number, detail)));
            case "stop" -> done(() -> GenServer.stop(server, Terms.reason(detail)));
            case "stop_briefly" -> done(() -> GenServer.stop(server, Terms.reason(detail), BRIEF));
            case "exit" -> done(() -> Processes.exit((Pid<?>) server, Terms.reason(detail)));
            case "send" -> () -> Actor.say(server, detail.asString());
            case String order when SystemSteps.isOrder(order) ->
                    () -> SystemSteps.of(client.tracer()).perform(order, server, detail);
            case String other -> throw new IllegalArgumentException("no such step: " + other);
        };
    }

    private Object call(Server.Question question, Duration timeout) {
        try {
            return GenServer.call(target.reference(), question, timeout);
        } catch (Exit exit) {
            return List.of("exit", Terms.reasonOf(exit));
        }
    }

    private Server.Question question(int number) {
        ServerRef<Object> other = order().equals("ask") ? other().reference() : null;
        return new Server.Question(number, client.actor().reference(), step.path(3), other);
    }

    private static Supplier<Object> done(Runnable action) {
        return () -> {
            action.run();
            return "ok";
        };
    }
}
