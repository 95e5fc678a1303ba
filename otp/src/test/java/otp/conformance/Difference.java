package otp.conformance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A step of a scenario that did not go as in Erlang.
 *
 * @param scenario the scenario's name
 * @param number the number of the step in the trace; 0 is the start
 * @param step the step, or what it stands for
 * @param expected what happened in Erlang
 * @param actual what happened here
 */
record Difference(String scenario, int number, String step, JsonNode expected, JsonNode actual) {

    /** Compares the trace of a scenario with the one that it was recorded with. */
    static List<Difference> between(JsonNode scenario, JsonNode actual) {
        JsonNode expected = scenario.get("trace");
        return IntStream.range(0, Math.max(expected.size(), actual.size()))
                .filter(number -> !Objects.equals(expected.get(number), actual.get(number)))
                .mapToObj(number ->
                        new Difference(
                                scenario.get("name").asString(),
                                number,
                                stepAt(scenario, number),
                                expected.get(number),
                                actual.get(number)))
                .toList();
    }

    /** Tells that a scenario could not be played to its end. */
    static Difference failure(JsonNode scenario, Throwable cause) {
        return new Difference(
                scenario.path("name").asString("a scenario without a name"),
                0,
                "all of it",
                scenario.path("trace"),
                StringNode.valueOf("not played to its end: " + cause));
    }

    private static String stepAt(JsonNode scenario, int number) {
        JsonNode steps = scenario.get("steps");
        if (number == 0) {
            return "start";
        }
        return switch (number - 1 - steps.size()) {
            case 0 -> "end";
            case 1 -> "left alive";
            default -> steps.get(number - 1).toString();
        };
    }

    @Override
    public String toString() {
        return """
        %s, step %d: %s
          Erlang: %s
          here:   %s\
        """
                .formatted(scenario, number, step, expected, actual);
    }
}
