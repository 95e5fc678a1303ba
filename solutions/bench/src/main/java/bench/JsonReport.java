package bench;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results as JSON: every value of every run, the medians, and how many times better ours is.
 *
 * @param results what was measured
 */
record JsonReport(Results results) {

    private record Value(String unit, double median, Double advantage, List<Double> runs) {}

    void writeTo(Path file) {
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValue(file, content());
    }

    private Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("measured", Instant.now().toString());
        content.put("java", Runtime.version().toString());
        content.put("processors", Runtime.getRuntime().availableProcessors());
        content.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        content.put("failures", results.failures());
        content.put("figures", figures());
        return content;
    }

    private Map<String, Map<String, Value>> figures() {
        Map<String, Map<String, Value>> figures = new LinkedHashMap<>();
        results.values()
                .forEach((figure, candidates) ->
                        figures.put(figure.id(), values(figure, candidates)));
        return figures;
    }

    private Map<String, Value> values(Figure figure, Map<Candidate, List<Double>> candidates) {
        Map<String, Value> values = new LinkedHashMap<>();
        candidates.forEach(
                (candidate, runs) -> values.put(candidate.label(), value(figure, candidate, runs)));
        return values;
    }

    private Value value(Figure figure, Candidate candidate, List<Double> runs) {
        double advantage = results.advantageOver(candidate, figure);
        return new Value(
                figure.unit().name(),
                results.median(figure, candidate).orElseThrow(),
                Double.isNaN(advantage) ? null : advantage,
                runs);
    }
}
