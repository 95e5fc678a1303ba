package gates.diagnosis;

import kata.stage.KnownFailure;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.SortedMap;
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

    /**
     * Returns what the file is to hold.
     *
     * @param fingerprints of the files with which the failures were recorded
     */
    public static String of(
            SortedMap<String, List<KnownFailure>> failures,
            SortedMap<String, String> fingerprints) {
        return failures.entrySet().stream()
                        .map(wrong -> "  %s:%s\n".formatted(wrong.getKey(), list(wrong.getValue())))
                        .collect(Collectors.joining("", HEAD, ""))
                + fingerprints.entrySet().stream()
                        .map(wrong -> "  %s: \"%s\"\n".formatted(wrong.getKey(), wrong.getValue()))
                        .collect(Collectors.joining("", RECORDED_WITH, ""));
    }

    private static String list(List<KnownFailure> failures) {
        return failures.isEmpty()
                ? " []"
                : failures.stream()
                        .map(failure -> "\n    - " + JSON.writeValueAsString(failure))
                        .collect(Collectors.joining());
    }
}
