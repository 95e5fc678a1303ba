package otp.conformance.servers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.util.List;
import java.util.stream.Stream;

/** What lists lack. */
final class Lists {

    private Lists() {}

    /** Returns a list with one more element at its end. */
    static <T> List<T> with(T element, List<T> list) {
        return Stream.concat(list.stream(), Stream.of(element)).toList();
    }

    /** Returns what comes after the first elements of an array. */
    static JsonNode after(int count, JsonNode array) {
        ArrayNode rest = JsonMapper.shared().createArrayNode();
        array.valueStream().skip(count).forEach(rest::add);
        return rest;
    }
}
