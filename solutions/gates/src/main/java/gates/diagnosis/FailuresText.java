package gates.diagnosis;

import kata.stage.KnownFailure;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The text of {@code failures.yaml}, as {@link KnownFailure} reads it. */
public final class FailuresText {

    private static final String HEAD =
            """
            # The tests that fail on each wrong solution, and what they say: derived, see README.md.
            failures:
            """;

    private static final String RECORDED_WITH = "recorded-with:\n";

    /**
     * Each failure is a line of JSON, which YAML is, too. It is ASCII, as a test may print half of
     * a character, which no UTF-8 file can hold.
     */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private FailuresText() {}

    /** Returns what the file is to hold. */
    public static String of(FailureRecords records) {
        return lines(HEAD, records.failures(), FailuresText::list)
                + lines(RECORDED_WITH, records.recordedWith(), " \"%s\""::formatted);
    }

    private static <T> String lines(
            String head, SortedMap<String, T> records, Function<T, String> text) {
        return records.entrySet().stream()
                .map(wrong -> "  %s:%s\n".formatted(wrong.getKey(), text.apply(wrong.getValue())))
                .collect(Collectors.joining("", head, ""));
    }

    private static String list(List<KnownFailure> failures) {
        return failures.isEmpty()
                ? " []"
                : failures.stream()
                        .map(failure -> "\n    - " + JSON.writeValueAsString(failure))
                        .collect(Collectors.joining());
    }
}
