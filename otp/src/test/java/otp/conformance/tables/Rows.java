package otp.conformance.tables;

import otp.EtsPattern;
import otp.EtsType;
import otp.Tuple;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Comparator;
import java.util.List;

/**
 * Rows and patterns in JSON: a tuple is an array, {@code "_"} and {@code "$1"} are a pattern's
 * wildcard and variables, and every other text is a string.
 */
final class Rows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Rows() {}

    static Tuple<Object, Object> row(JsonNode json) {
        return Tuple.copyOf(json.valueStream().map(Rows::term).toList());
    }

    static Object term(JsonNode json) {
        return switch (json.getNodeType()) {
            case ARRAY -> row(json);
            case NUMBER -> json.numberValue();
            default -> text(json.asString());
        };
    }

    private static Object text(String text) {
        if (text.equals("_")) {
            return EtsPattern.ANY;
        }
        return text.startsWith("$")
                ? EtsPattern.variable(Integer.parseInt(text.substring(1)))
                : text;
    }

    static Object toJson(Object term) {
        return switch (term) {
            case Tuple<?, ?> tuple -> toJson(tuple.elements());
            case List<?> list -> list.stream().map(Rows::toJson).toList();
            default -> term;
        };
    }

    /**
     * Returns a list of rows in an order that is the same in Erlang: their order is nobody's
     * business, except in an ordered set.
     */
    static Object toJson(Object result, EtsType type) {
        Object json = toJson(result);
        return json instanceof List<?> rows
                        && result instanceof List<?>
                        && type != EtsType.ORDERED_SET
                ? rows.stream().sorted(Comparator.comparing(JSON::writeValueAsString)).toList()
                : json;
    }
}
