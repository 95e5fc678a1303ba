package otp.conformance;

import otp.Exit;
import otp.Processes;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Plays a scenario in a process of its own, and writes down what happens. */
final class Player {

    private static final long LIMIT_MINUTES = 3;

    private static final AtomicInteger LANES = new AtomicInteger();

    private final Tracer tracer = Tracer.start();
    private final List<Object> trace = new ArrayList<>();
    private final JsonNode scenario;
    private final Family.Run run;

    private Player(JsonNode scenario, Family family) {
        this.scenario = scenario;
        this.run = family.begin(scenario, tracer, LANES.incrementAndGet());
    }

    /**
     * Plays the scenario; blocks until it has ended, and returns its trace.
     *
     * @throws java.util.concurrent.CompletionException if it does not end within 3 minutes, or
     *     fails
     */
    static List<Object> play(JsonNode scenario, Family family) {
        CompletableFuture<List<Object>> trace = new CompletableFuture<>();
        Processes.spawn(() -> {
            try {
                trace.complete(new Player(scenario, family).play());
            } catch (Throwable thrown) {
                trace.completeExceptionally(thrown);
            }
        });
        return trace.orTimeout(LIMIT_MINUTES, TimeUnit.MINUTES).join();
    }

    private List<Object> play() {
        Processes.trapExits(true);
        step(run::start);
        scenario.get("steps").forEach(step -> step(() -> run.perform(step)));
        step(run::end);
        trace.add(tracer.living().stream().map(Watched::reference).toList());
        tracer.stop();
        return trace;
    }

    private void step(Supplier<Object> action) {
        Object result = resultOf(action);
        Quiet.await(tracer);
        run.settle();
        trace.add(tracer.close(result).toJson());
    }

    private static Object resultOf(Supplier<Object> action) {
        try {
            return action.get();
        } catch (Exit exit) {
            return List.of("exit", Terms.reasonOf(exit));
        }
    }
}
