package otp.conformance.processes;

import otp.Exit;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.ServerRef;
import otp.conformance.Family;
import otp.conformance.Names;
import otp.conformance.Quiet;
import otp.conformance.Terms;
import otp.conformance.Tracer;
import otp.conformance.UnlessDead;
import otp.conformance.Watched;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A scenario of plain processes that runs.
 *
 * @param actors the ids of the processes that are there from the start
 * @param tracer the tracer
 * @param names the names
 */
public record ProcessRun(JsonNode actors, Tracer tracer, Names names) implements Family.Run {

    @Override
    public Object start() {
        actors.forEach(id -> Actor.start(tracer, id.asString(), Processes::spawn));
        return "ok";
    }

    @Override
    public Object perform(JsonNode step) {
        return switch (step.get(0).asString()) {
            case "register" ->
                    pidOf(step.get(1)).map(pid -> register(pid, name(step.get(2)))).orElse("none");
            case "unregister" -> unregister(name(step.get(1)));
            case "whereis" ->
                    Processes.whereis(name(step.get(1)))
                            .<Object>map(Function.identity())
                            .orElse("undefined");
            case "is_alive" -> pidOf(step.get(1)).<Object>map(Processes::isAlive).orElse("none");
            default ->
                    tracer.atPath(step.get(1).asString())
                            .map(actor -> perform(step, actor))
                            .orElse("none");
        };
    }

    /** Has a living actor perform a task, which may be refused; does nothing without the actor. */
    public Object perform(JsonNode actor, Supplier<Object> task) {
        return tracer.atPath(actor.asString())
                .map(living -> ask(living, _ -> orBadArgument(task)))
                .orElse("none");
    }

    private Object perform(JsonNode step, Watched actor) {
        return task(step).map(task -> ask(actor, task)).orElse("no_target");
    }

    private static Object register(Pid<Object> pid, Name<Object> name) {
        return orBadArgument(() -> {
            Processes.register(pid, name);
            return "ok";
        });
    }

    private static Object unregister(Name<Object> name) {
        return orBadArgument(() -> {
            Processes.unregister(name);
            return "ok";
        });
    }

    /** Returns what comes of an action, or {@code "badarg"} if it is refused. */
    public static Object orBadArgument(Supplier<Object> action) {
        try {
            return action.get();
        } catch (IllegalArgumentException badArgument) {
            return "badarg";
        }
    }

    private static Object ask(Watched actor, Actor.Task task) {
        try {
            Object answer = Actor.ask(((Actor.Living) actor).pid(), task);
            return new UnlessDead(actor.reference(), answer);
        } catch (Exit ended) {
            return UnlessDead.DIED;
        }
    }

    private Optional<Actor.Task> task(JsonNode step) {
        JsonNode argument = step.path(2);
        return switch (step.get(0).asString()) {
            case "spawn" -> task(actor -> actor.spawn(argument.asString()));
            case "spawn_link" -> task(actor -> actor.spawnLink(argument.asString()));
            case "trap" -> task(_ -> Processes.trapExits(argument.asBoolean()));
            case "demonitor" -> task(actor -> actor.demonitor(argument.asInt()));
            case "end" -> task(exit(() -> new Exit(Terms.reason(argument))));
            case "raise" -> task(exit(() -> new IllegalStateException(argument.asString())));
            case "return" -> task(Actor::finish);
            case "monitor" -> target(argument).map(target -> actor -> actor.monitor(target));
            case "send" ->
                    target(argument).map(target -> _ -> Actor.say(target, step.get(3).asString()));
            case "link" -> pidOf(argument).map(other -> ok(() -> Processes.link(other)));
            case "unlink" -> pidOf(argument).map(other -> ok(() -> Processes.unlink(other)));
            case "exit" -> {
                ExitReason reason = Terms.reason(step.get(3));
                yield pidOf(argument).map(other -> ok(() -> Processes.exit(other, reason)));
            }
            default -> TimerSteps.task(step, this::target);
        };
    }

    private static Optional<Actor.Task> task(Actor.Task task) {
        return Optional.of(task);
    }

    private static Actor.Task ok(Runnable action) {
        return _ -> {
            action.run();
            return "ok";
        };
    }

    private static Actor.Task exit(Supplier<RuntimeException> thrown) {
        return _ -> {
            throw thrown.get();
        };
    }

    private Optional<ServerRef<Object>> target(JsonNode target) {
        return target.isArray()
                ? Optional.of(name(target.get(1)))
                : pidOf(target).map(Function.identity());
    }

    /** Returns the process that was started last with an id. */
    @SuppressWarnings("unchecked")
    public Optional<Pid<Object>> pidOf(JsonNode id) {
        return tracer.pidOf(id.asString()).map(pid -> (Pid<Object>) pid);
    }

    private Name<Object> name(JsonNode name) {
        return names.local(name.asString());
    }

    @Override
    public Object end() {
        return killAll(tracer);
    }

    /** Kills one after the other: who dies of whom would be a matter of luck otherwise. */
    public static Object killAll(Tracer tracer) {
        for (var living = tracer.living(); !living.isEmpty(); living = tracer.living()) {
            Processes.exit(living.getFirst().pid(), ExitReason.KILL);
            Quiet.await(tracer);
        }
        return "ok";
    }
}
