package otp.conformance.tasks;

import otp.Agent;
import otp.DynamicSupervisor;
import otp.Exit;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.Shutdown;
import otp.Task;
import otp.TaskSupervisor;
import otp.conformance.Family;
import otp.conformance.Names;
import otp.conformance.Quiet;
import otp.conformance.Terms;
import otp.conformance.Tracer;
import otp.conformance.UnlessDead;
import otp.conformance.Watched;
import otp.conformance.processes.Actor;
import otp.conformance.processes.ProcessRun;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A scenario of actors that own tasks, and use an agent, that runs. */
final class TaskRun implements Family.Run {

    private static final Set<String> STARTS = Set.of("async", "async_nolink", "async_supervised");

    /** Too short for a task that waits; all others have ended when their owner asks. */
    private static final Duration BRIEF = Duration.ofMillis(5);

    private final JsonNode owners;
    private final Tracer tracer;
    private final Name<Agent.Message<Integer>> agent;
    private final Name<DynamicSupervisor.Message> supervisor;

    /** The task that was started last under each id. */
    private final Map<String, Task<Object>> tasks = new HashMap<>();

    TaskRun(JsonNode owners, Tracer tracer, Names names) {
        this.owners = owners;
        this.tracer = tracer;
        this.agent = names.local("agent");
        this.supervisor = names.local("task supervisor");
    }

    @Override
    public Object start() {
        TaskSupervisor.startLink(supervisor).pid();
        owners.forEach(id -> Actor.startOwner(tracer, id.asString()));
        return "ok";
    }

    @Override
    public Object perform(JsonNode step) {
        String action = step.get(0).asString();
        Optional<Watched> process = tracer.atPath(step.get(1).asString());
        if (action.equals("release")) {
            return process.filter(LivingTask.class::isInstance).map(this::release).orElse("none");
        }
        return process.filter(Actor.Living.class::isInstance)
                .map(owner -> perform(step, (Actor.Living) owner))
                .orElse("none");
    }

    @SuppressWarnings("unchecked")
    private Object release(Watched task) {
        tracer.awaitNoMore(task.reference(), "release");
        Processes.send((Pid<Object>) task.pid(), new Work.Release());
        return "ok";
    }

    private Object perform(JsonNode step, Actor.Living owner) {
        String action = step.get(0).asString();
        if (STARTS.contains(action)) {
            return begin(step, owner);
        }
        return switch (action) {
            case "trap" -> tell(owner, () -> Processes.trapExits(step.get(2).asBoolean()));
            case "end" ->
                    tell(
                            owner,
                            () -> {
                                throw new Exit(Terms.reason(step.get(2)));
                            });
            case "agent" ->
                    tell(owner, () -> outcome(() -> new AgentSteps(agent).perform(step.get(2))));
            default -> {
                Task<Object> task = tasks.get(step.get(2).asString());
                yield task == null
                        ? new UnlessDead(owner.reference(), "no_target")
                        : tell(owner, () -> ask(step, task));
            }
        };
    }

    private static Object tell(Actor.Living owner, Supplier<Object> action) {
        try {
            Object answer = Actor.ask(owner.pid(), _ -> ProcessRun.orBadArgument(action));
            return new UnlessDead(owner.reference(), answer);
        } catch (Exit ended) {
            return UnlessDead.DIED;
        }
    }

    @SuppressWarnings("unchecked")
    private Object begin(JsonNode step, Actor.Living owner) {
        String id = step.get(2).asString();
        Task<Object> task =
                (Task<Object>) Actor.ask(owner.pid(), _ -> start(step.get(0).asString(), id, step));
        tasks.put(id, task);
        while (!tracer.pidOf(id).equals(Optional.of(task.pid()))) {
            Quiet.pause();
        }
        Processes.send((Pid<Object>) task.pid(), new Work.Begin());
        return new UnlessDead(owner.reference(), "ok");
    }

    private Task<Object> start(String how, String id, JsonNode step) {
        Work work = new Work(tracer.nextReference(id), step.get(3), tracer);
        return switch (how) {
            case "async" -> Task.async(work);
            case "async_nolink" -> TaskSupervisor.asyncNolink(supervisor, work);
            default -> TaskSupervisor.async(supervisor, work);
        };
    }

    private static Object ask(JsonNode step, Task<Object> task) {
        return switch (step.get(0).asString()) {
            case "await_or_die" -> task.await(BRIEF);
            case "await" -> outcome(() -> task.await(BRIEF));
            case "yield" -> shown(task.yield(BRIEF));
            case "shutdown" -> shown(task.shutdown(how(step.get(3))));
            case "exit" -> {
                Processes.exit(task.pid(), Terms.reason(step.get(3)));
                yield "ok";
            }
            case String other -> throw new IllegalArgumentException("no such step: " + other);
        };
    }

    private static Shutdown how(JsonNode how) {
        return switch (how.asString()) {
            case "brutal_kill" -> Shutdown.BRUTAL_KILL;
            case "infinity" -> Shutdown.INFINITY;
            default -> Shutdown.after(Duration.ofMillis(how.asInt()));
        };
    }

    private static Object shown(Optional<Task.Outcome<Object>> outcome) {
        return outcome.map(
                        (Function<Task.Outcome<Object>, Object>)
                                come ->
                                        switch (come) {
                                            case Task.Outcome.Ok<Object>(Object value) ->
                                                    List.of("ok", value);
                                            case Task.Outcome.Exited<Object>(var reason) ->
                                                    List.of("exit", reason);
                                        })
                .orElse("nothing");
    }

    private static Object outcome(Supplier<Object> action) {
        try {
            return action.get();
        } catch (Exit exit) {
            return List.of("exit", Terms.reasonOf(exit));
        }
    }

    @Override
    public Object end() {
        ProcessRun.killAll(tracer);
        Processes.whereis(agent).ifPresent(Agent::stop);
        DynamicSupervisor.stop(supervisor);
        return "ok";
    }
}
