package otp.conformance.tables;

import otp.EtsPattern;
import otp.EtsType;
import otp.Name;
import otp.Tuple;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows and patterns in JSON: a tuple is an array, a list {@code {"list": [...]}}, a map {@code
 * {"map": [[key, value], ...]}}, an atom {@code {"atom": text}}; {@code "_"} and {@code "$1"} are a
 * pattern's wildcard and variables, and every other text is a string.
 */
final class Rows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Rows() {}

    static Tuple<Object, Object> row(JsonNode json) {
        return Tuple.copyOf(terms(json));
    }

    private static List<Object> terms(JsonNode json) {
        return json.valueStream().map(Rows::term).toList();
    }

    static Object term(JsonNode json) {
        return switch (json.getNodeType()) {
            case ARRAY -> row(json);
            case NUMBER -> json.isIntegralNumber() ? (Object) json.longValue() : json.doubleValue();
            case OBJECT -> tagged(json);
            default -> text(json.asString());
        };
    }

    private static Object tagged(JsonNode json) {
        if (json.has("list")) {
            return terms(json.get("list"));
        }
        return json.has("map") ? map(json.get("map")) : new Name<>(json.get("atom").asString());
    }

    private static Map<Object, Object> map(JsonNode entries) {
        Map<Object, Object> map = new HashMap<>();
        entries.forEach(entry -> map.put(term(entry.get(0)), term(entry.get(1))));
        return map;
    }

    private static Object text(String text) {
        if (text.equals("_")) {
            return EtsPattern.ANY;
        }
        return text.startsWith("$")
                ? EtsPattern.variable(Integer.parseInt(text.substring(1)))
                : text;
    }

    /** Returns a term as JSON has it. */
    static Object toJson(Object term) {
        return switch (term) {
            case Tuple<?, ?> tuple -> listToJson(tuple.elements());
            case List<?> list -> Map.of("list", listToJson(list));
            case Map<?, ?> map ->
                    Map.of(
                            "map",
                            sorted(
                                    map.entrySet().stream()
                                            .map(entry ->
                                                    List.of(
                                                            toJson(entry.getKey()),
                                                            toJson(entry.getValue())))
                                            .toList()));
            case Name<?> name -> Map.of("atom", name.value());
            case Long number when number == number.intValue() -> number.intValue();
            default -> term;
        };
    }

    /** Returns a list of terms, which is not a term itself but a result, as JSON has it. */
    static List<?> listToJson(List<?> terms) {
        return terms.stream().map(Rows::toJson).toList();
    }

    /** Returns what a match returns, as JSON has it. */
    static List<?> bindingsToJson(List<List<Object>> bindings) {
        return bindings.stream().map(Rows::listToJson).toList();
    }

    /**
     * Returns a result in an order that is the same in Erlang: the order of rows is nobody's
     * business, except in an ordered set.
     */
    static List<?> inOrder(List<?> json, EtsType type) {
        return type == EtsType.ORDERED_SET ? json : sorted(json);
    }

    private static List<?> sorted(List<?> json) {
        return json.stream().sorted(Comparator.comparing(JSON::writeValueAsString)).toList();
    }
}
