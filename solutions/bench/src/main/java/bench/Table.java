package bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The results as a Markdown table.
 *
 * @param results what was measured
 */
record Table(Results results) {

    @Override
    public String toString() {
        Stream<String> head =
                Stream.of(
                        row("", candidates().map(Candidate::label)),
                        row("---", candidates().map(_ -> "--:")));
        Stream<String> body = results.values().keySet().stream().map(this::row);
        Stream<String> notes =
                results.failures().entrySet().stream()
                        .map(each -> "\n" + each.getKey().label() + ": " + each.getValue() + ".");
        return Stream.of(head, body, notes).flatMap(part -> part).collect(Collectors.joining("\n"));
    }

    private String row(Figure figure) {
        return row(figure.label(), candidates().map(candidate -> cell(figure, candidate)));
    }

    /** Whoever has measured anything. */
    private Stream<Candidate> candidates() {
        return Arrays.stream(Candidate.values())
                .filter(candidate ->
                        results.values().values().stream()
                                .anyMatch(values -> values.containsKey(candidate)));
    }

    private static String row(String label, Stream<String> cells) {
        return Stream.concat(Stream.of(label), cells)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String cell(Figure figure, Candidate candidate) {
        OptionalDouble median = results.median(figure, candidate);
        return median.isEmpty()
                ? ""
                : figure.unit().show(median.getAsDouble()) + advantage(figure, candidate);
    }

    /** How many times better ours is than this candidate, in brackets. */
    private String advantage(Figure figure, Candidate candidate) {
        double advantage = results.advantageOver(candidate, figure);
        return candidate == Candidate.OTP || Double.isNaN(advantage)
                ? ""
                : String.format(Locale.ROOT, " (%.2f)", advantage);
    }
}
