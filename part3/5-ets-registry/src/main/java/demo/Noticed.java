package demo;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What clients have seen of a mishap.
 *
 * @param answers how many requests were answered
 * @param failures how many requests failed and were made again, by the reason
 * @param longest the longest time that a request took, with all its repetitions
 */
record Noticed(int answers, Map<String, Integer> failures, Duration longest) {

    /** Returns what a client sees that does nothing. */
    static Noticed nothing() {
        return new Noticed(0, Map.of(), Duration.ZERO);
    }

    /** Returns what both have seen together. */
    Noticed and(Noticed other) {
        Map<String, Integer> all = new TreeMap<>(failures);
        other.failures.forEach((reason, times) -> all.merge(reason, times, Integer::sum));
        return new Noticed(
                answers + other.answers,
                all,
                longest.compareTo(other.longest) < 0 ? other.longest : longest);
    }

    @Override
    public String toString() {
        return "%d answers, the slowest in %d ms; %s"
                .formatted(answers, longest.toMillis(), failed());
    }

    private String failed() {
        if (failures.isEmpty()) {
            return "no request failed";
        }
        String reasons =
                failures.entrySet().stream()
                        .map(failure -> failure.getKey() + " " + failure.getValue())
                        .collect(Collectors.joining(", "));
        int sum = failures.values().stream().mapToInt(Integer::intValue).sum();
        return "%d failed and were made again: %s".formatted(sum, reasons);
    }
}
