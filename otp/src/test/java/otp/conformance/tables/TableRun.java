package otp.conformance.tables;

import otp.Ets;
import otp.EtsAccess;
import otp.EtsException;
import otp.EtsInfo;
import otp.EtsName;
import otp.EtsOptions;
import otp.EtsTable;
import otp.EtsType;
import otp.Exit;
import otp.Pid;
import otp.Processes;
import otp.conformance.Family;
import otp.conformance.Terms;
import otp.conformance.Tracer;
import otp.conformance.UnlessDead;
import otp.conformance.processes.Actor;
import otp.conformance.processes.ProcessRun;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** A scenario of ETS tables that runs. */
final class TableRun implements Family.Run {

    private static final String BAD_ARGUMENT = "badarg";

    private final Map<String, EtsTable<Object, Object>> tables = new HashMap<>();
    private final JsonNode actors;
    private final Tracer tracer;
    private final int lane;

    TableRun(JsonNode actors, Tracer tracer, int lane) {
        this.actors = actors;
        this.tracer = tracer;
        this.lane = lane;
    }

    @Override
    public Object start() {
        actors.forEach(id -> Actor.start(tracer, id.asString(), Processes::spawn));
        return "ok";
    }

    @Override
    public Object perform(JsonNode step) {
        return tracer.atPath(step.get(1).asString())
                .map(Actor.Living.class::cast)
                .<Object>map(actor -> new UnlessDead(actor.reference(), perform(step, actor.pid())))
                .orElse("none");
    }

    private Object perform(JsonNode step, Pid<Object> actor) {
        return switch (step.get(0).asString()) {
            case "end" -> end(actor, step.get(2));
            case "new" -> create(actor, step.get(2).asString(), step.get(3));
            default -> {
                EtsTable<Object, Object> table = tables.get(step.get(2).asString());
                yield table == null ? "no_target" : perform(step, actor, table);
            }
        };
    }

    private static Object end(Pid<Object> actor, JsonNode reason) {
        Actor.tell(
                actor,
                () -> {
                    throw new Exit(Terms.reason(reason));
                });
        return "ok";
    }

    private Object create(Pid<Object> actor, String id, JsonNode plan) {
        EtsType type = EtsType.valueOf(upper(plan.get("type")));
        EtsOptions options =
                EtsOptions.of(type).access(EtsAccess.valueOf(upper(plan.get("access"))));
        EtsOptions complete =
                plan.has("heir") ? options.heir(pidOf(plan.get("heir")), id) : options;
        return in(
                actor,
                () -> {
                    EtsTable<Object, Object> table =
                            plan.has("name")
                                    ? Ets.create(name(plan), complete)
                                    : Ets.create(complete);
                    tables.put(id, table);
                    return "ok";
                });
    }

    private static String upper(JsonNode text) {
        return text.asString().toUpperCase(Locale.ROOT);
    }

    private EtsName<Object, Object> name(JsonNode plan) {
        return new EtsName<>(plan.get("name").asString() + " of lane " + lane);
    }

    private Pid<?> pidOf(JsonNode id) {
        return tracer.pidOf(id.asString()).orElseThrow();
    }

    private Object perform(JsonNode step, Pid<Object> actor, EtsTable<Object, Object> table) {
        if (step.get(0).asString().equals("give_away")) {
            Pid<?> receiver = pidOf(step.get(3));
            return in(
                    actor,
                    () -> {
                        Ets.giveAway(table, receiver, step.get(2).asString());
                        return true;
                    });
        }
        return in(actor, () -> new Operation(step, table, typeOf(table)).perform());
    }

    /** Another table may have the name by now, of another type; none has what is in order. */
    private static EtsType typeOf(EtsTable<?, ?> table) {
        return Ets.info(table).map(EtsInfo::type).orElse(EtsType.SET);
    }

    private static Object in(Pid<Object> actor, Supplier<Object> action) {
        return Actor.ask(
                actor,
                _ -> {
                    try {
                        return action.get();
                    } catch (EtsException badArgument) {
                        return BAD_ARGUMENT;
                    }
                });
    }

    @Override
    public Object end() {
        return ProcessRun.killAll(tracer);
    }
}
