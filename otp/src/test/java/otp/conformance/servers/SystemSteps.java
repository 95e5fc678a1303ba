package otp.conformance.servers;

import otp.Exit;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.ServerRef;
import otp.Sys;
import otp.conformance.Tracer;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What clients order servers to do by {@link Sys}.
 *
 * @param tracer who is told what comes of it
 */
record SystemSteps(Tracer tracer) {

    private static final Duration BRIEF = Duration.ofMillis(5);

    private static final Set<String> ORDERS =
            Set.of(
                    "suspend",
                    "resume",
                    "get_state",
                    "get_state_briefly",
                    "replace_state",
                    "get_status",
                    "statistics");

    static SystemSteps of(Tracer tracer) {
        return new SystemSteps(tracer);
    }

    static boolean isOrder(String action) {
        return ORDERS.contains(action);
    }

    /**
     * Tells whether the client waits until the server gets to the order, however long it is held.
     */
    static boolean waitsItsTurn(String action) {
        return isOrder(action) && !action.equals("get_state_briefly");
    }

    /** Notes that a suspended server is about to go on, with what waits for it. */
    void resume(LivingServer server) {
        tracer.resume(server.reference());
        // What is last in the queue may set a timeout: it is no luck then whether a message comes.
        Processes.send(server.pid(), new Server.Bell());
    }

    /** Gives an order, in the process of the client; returns what comes of it. */
    Object perform(String order, ServerRef<Object> server, JsonNode detail) {
        return switch (order) {
            case "suspend" -> suspend(server);
            case "resume" -> {
                Sys.resume(server);
                yield "ok";
            }
            case "get_state" -> shown(Sys.getState(server));
            case "get_state_briefly" -> shown(Sys.getState(server, BRIEF));
            case "replace_state" -> replace(server, detail);
            case "get_status" -> Sys.getStatus(server).isSuspended() ? "suspended" : "running";
            case "statistics" -> statistics(server, detail);
            default -> throw new IllegalArgumentException("no such order: " + order);
        };
    }

    private Object suspend(ServerRef<Object> server) {
        Pid<?> pid =
                server instanceof Name<Object> name
                        ? Processes.whereis(name).orElse(null)
                        : (Pid<?>) server;
        Sys.suspend(server);
        tracer.suspend(pid);
        return "ok";
    }

    private static Object shown(Object state) {
        Standing standing = (Standing) state;
        return List.of(standing.tag(), standing.deferred().size());
    }

    private static Object replace(ServerRef<Object> server, JsonNode how) {
        try {
            return shown(
                    Sys.<Standing>replaceState(
                            server,
                            state ->
                                    how.isArray()
                                            ? fail(how.get(0).asString())
                                            : state.withTag(how.asString())));
        } catch (IllegalStateException failed) {
            return "callback_failed";
        }
    }

    private static Standing fail(String how) {
        if (how.equals("exit")) {
            throw new Exit(ExitReason.of("no_state"));
        }
        throw new IllegalStateException("no state");
    }

    /** What is counted depends on how often it is asked whether the server is at rest. */
    private static Object statistics(ServerRef<Object> server, JsonNode what) {
        if (what.isBoolean()) {
            Sys.keepStatistics(server, what.asBoolean());
            return "ok";
        }
        return Sys.statistics(server).isPresent() ? "counted" : "no_statistics";
    }
}
