package otp.conformance;

import otp.DynamicSupervisor;
import otp.Exit;
import otp.ExitReason;
import otp.Pid;
import otp.Start;
import otp.Supervisor.ChildChange;
import otp.Supervisor.ChildCount;
import otp.Supervisor.FailedToStartChild;
import otp.Tuple;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns the values of a trace into those that JSON knows, as the recorder turns Erlang's terms.
 *
 * @param references the reference of each process
 */
public record Terms(Map<Pid<?>, String> references) {

    /** Returns the value as maps, lists, strings, numbers, and so on. */
    public Object encode(Object value) {
        return switch (value) {
            case null -> null;
            case Pid<?> pid -> references.getOrDefault(pid, "stranger");
            case ExitReason reason -> reason(reason);
            case Start<?> start -> start(start);
            case Death(String reference, ExitReason reason) -> List.of(reference, encode(reason));
            case ChildChange.OK -> "ok";
            case ChildChange change -> error(change.name().toLowerCase(Locale.ROOT));
            case ChildCount(int specs, int active, int supervisors, int workers) ->
                    Map.of(
                            "specs", specs,
                            "active", active,
                            "supervisors", supervisors,
                            "workers", workers);
            case FailedToStartChild(Object id, ExitReason reason) ->
                    List.of("failed_to_start_child", encode(id), encode(reason));
            case Tuple<?, ?> tuple -> encode(tuple.elements());
            case List<?> list -> list.stream().map(this::encode).toList();
            default -> value;
        };
    }

    private Object start(Start<?> start) {
        return switch (start) {
            case Start.Ok<?> _ -> "ok";
            case Start.Ignore<?> _ -> "ignore";
            case Start.AlreadyStarted<?>(Pid<?> holder) -> error(alreadyStarted(holder));
            case Start.Failed<?>(ExitReason reason) -> error(encode(reason));
        };
    }

    private Object reason(ExitReason reason) {
        return switch (reason) {
            case ExitReason.Term(Start.AlreadyStarted<?>(Pid<?> holder)) -> alreadyStarted(holder);
            case ExitReason.Term term when term.equals(DynamicSupervisor.INVALID_SHUTDOWN) ->
                    List.of("invalid_shutdown", 0);
            case ExitReason.Term(Object value) -> encode(value);
            case ExitReason.Shutdown(Object detail) -> List.of("shutdown", encode(detail));
            case ExitReason.Crash(Throwable cause) -> List.of("raised", cause.getMessage());
            case ExitReason.InCall call -> List.of("in_call", encode(call.reason()));
        };
    }

    private Object alreadyStarted(Pid<?> holder) {
        return List.of("already_started", encode(holder));
    }

    private static Object error(Object detail) {
        return List.of("error", detail);
    }

    /** Returns why a call failed, or why anything else did. */
    public static ExitReason reasonOf(Exit exit) {
        return exit.reason() instanceof ExitReason.InCall call ? call.reason() : exit.reason();
    }

    /** Reads a reason: {@code "oops"} or {@code ["shutdown", detail]}. */
    public static ExitReason reason(JsonNode json) {
        return json.isArray()
                ? new ExitReason.Shutdown(json.get(1).asString())
                : ExitReason.of(json.asString());
    }
}
