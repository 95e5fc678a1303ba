package otp.conformance;

import otp.conformance.ends.Moments;
import otp.conformance.processes.PlainProcesses;
import otp.conformance.registries.Registries;
import otp.conformance.servers.Servers;
import otp.conformance.supervision.Supervision;
import otp.conformance.supervision.Suspensions;
import otp.conformance.tables.Tables;
import otp.conformance.tasks.Tasks;
import otp.conformance.traces.Traces;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** How scenarios are replayed. */
final class Scenarios {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Family> FAMILIES =
            Map.ofEntries(
                    Map.entry("ends", new Moments()),
                    Map.entry("processes", new PlainProcesses()),
                    Map.entry("registry", new Registries()),
                    Map.entry("servers", Servers.askedByCalls()),
                    Map.entry("supervision", new Supervision()),
                    Map.entry("suspensions", new Suspensions()),
                    Map.entry("sys", Servers.askedByOrders()),
                    Map.entry("tables", new Tables()),
                    Map.entry("tasks", new Tasks()),
                    Map.entry("timeouts", Servers.askedByCalls()),
                    Map.entry("timers", new PlainProcesses()),
                    Map.entry("traces", new Traces()));

    private Scenarios() {}

    /** Replays scenarios, as many at a time as there are cores; returns every difference. */
    static List<Difference> replay(List<JsonNode> scenarios) {
        int cores = Runtime.getRuntime().availableProcessors();
        try (ExecutorService players = Executors.newFixedThreadPool(cores)) {
            var played =
                    scenarios.stream()
                            .map(scenario ->
                                    CompletableFuture.supplyAsync(() -> replay(scenario), players))
                            .toList();
            return played.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
        }
    }

    private static List<Difference> replay(JsonNode scenario) {
        Family family = FAMILIES.get(scenario.path("family").asString(""));
        if (family == null) {
            String message = "its family has to be one of " + new TreeSet<>(FAMILIES.keySet());
            return List.of(Difference.failure(scenario, new IllegalArgumentException(message)));
        }
        try {
            JsonNode trace = JSON.valueToTree(Player.play(scenario, family));
            return Difference.between(scenario, trace);
        } catch (CompletionException failed) {
            return List.of(Difference.failure(scenario, failed.getCause()));
        }
    }
}
