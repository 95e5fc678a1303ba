package otp.conformance.supervision;

import otp.AutoShutdown;
import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.GenServer;
import otp.Restart;
import otp.Shutdown;
import otp.Start;
import otp.Strategy;
import otp.Supervisor;
import otp.SupervisorFlags;
import otp.conformance.Event;
import otp.conformance.Names;
import otp.conformance.Tracer;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Starts the workers and supervisors of a scenario, in the process of the supervisor above.
 *
 * @param tracer who is told of them
 * @param names their names
 * @param clock what the supervisors go by
 */
record Tree(Tracer tracer, Names names, Clock clock) {

    /** Longer than any scenario takes, so that mostly the clock decides nothing. */
    private static final int PERIOD_SECONDS = 100_000;

    Tree(Tracer tracer, Names names) {
        this(tracer, names, new Clock());
    }

    Start<?> start(JsonNode plan, Place.Above above) {
        return specification(plan, above).start().get();
    }

    ChildSpec<?> specification(JsonNode plan, Place.Above above) {
        if (plan.has("children")) {
            return specification(plan, above, place -> startSupervisor(plan, place));
        }
        if (plan.has("dynamic")) {
            return specification(plan, above, place -> startDynamic(plan, place));
        }
        return specification(plan, above, place -> startWorker(plan, place));
    }

    private <M> ChildSpec<M> specification(
            JsonNode plan, Place.Above above, Function<Place, Start<M>> start) {
        boolean isWorker = !plan.has("children") && !plan.has("dynamic");
        return new ChildSpec<>(
                plan.get("id").asString(),
                traced(above.prefix() + plan.get("id").asString(), above, start),
                constant(Restart.class, plan.path("restart").asString("permanent")),
                plan.path("significant").asBoolean(false),
                shutdown(plan, isWorker),
                isWorker ? ChildSpec.Type.WORKER : ChildSpec.Type.SUPERVISOR);
    }

    private <M> Supplier<Start<M>> traced(
            String path, Place.Above above, Function<Place, Start<M>> start) {
        return () -> {
            String reference = tracer.nextReference(path);
            Start<M> started = start.apply(new Place(path, reference, above));
            tracer.note(Event.start(above.group(), reference, started));
            return started;
        };
    }

    private Start<Worker.Message> startWorker(JsonNode json, Place place) {
        WorkerPlan plan = WorkerPlan.of(json, names);
        Supplier<Worker> worker = () -> new Worker(plan, place, tracer);
        return plan.name()
                .map(name -> GenServer.startLink(worker, name))
                .orElseGet(() -> GenServer.startLink(worker));
    }

    private Start<Supervisor.Message> startSupervisor(JsonNode plan, Place place) {
        Place.Above below = place.below(true);
        List<? extends ChildSpec<?>> children =
                plan.get("children")
                        .valueStream()
                        .map(child -> specification(child, below))
                        .toList();
        Start<Supervisor.Message> start =
                plan.optional("name")
                        .map(names::<Supervisor.Message>read)
                        .map(name -> Supervisor.startLink(name, flags(plan), children))
                        .orElseGet(() -> Supervisor.startLink(flags(plan), children));
        if (start instanceof Start.Ok<Supervisor.Message>(var pid)) {
            tracer.watch(new Member.OfSupervisor(place.reference(), pid, below));
        }
        return start;
    }

    private Start<DynamicSupervisor.Message> startDynamic(JsonNode plan, Place place) {
        int most = plan.path("max_children").asInt(Integer.MAX_VALUE);
        DynamicSupervisorFlags flags = new DynamicSupervisorFlags(flags(plan), most);
        Start<DynamicSupervisor.Message> start =
                plan.optional("name")
                        .map(names::<DynamicSupervisor.Message>read)
                        .map(name -> DynamicSupervisor.startLink(name, flags))
                        .orElseGet(() -> DynamicSupervisor.startLink(flags));
        if (start instanceof Start.Ok<DynamicSupervisor.Message>(var pid)) {
            tracer.watch(new Member.OfDynamic(place.reference(), pid, place.below(false)));
        }
        return start;
    }

    private SupervisorFlags flags(JsonNode plan) {
        SupervisorFlags flags =
                switch (constant(Strategy.class, plan.path("strategy").asString("one_for_one"))) {
                    case ONE_FOR_ONE -> SupervisorFlags.oneForOne();
                    case ONE_FOR_ALL -> SupervisorFlags.oneForAll();
                    case REST_FOR_ONE -> SupervisorFlags.restForOne();
                };
        return flags.maxRestarts(plan.path("max").asInt(3))
                .maxSeconds(plan.path("seconds").asInt(PERIOD_SECONDS))
                .autoShutdown(
                        constant(AutoShutdown.class, plan.path("auto_shutdown").asString("never")))
                .clock(clock);
    }

    private static Shutdown shutdown(JsonNode plan, boolean isWorker) {
        return switch (plan.path("shutdown").asString(isWorker ? "5000" : "infinity")) {
            case "infinity" -> Shutdown.INFINITY;
            case "brutal_kill" -> Shutdown.BRUTAL_KILL;
            case String millis -> Shutdown.after(Duration.ofMillis(Long.parseLong(millis)));
        };
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }
}
