package kata.stage;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/** A value as a line of JSON, which another process reads, or this one later. */
public final class JsonLine {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonLine() {}

    /** Returns a value as a line. */
    public static String of(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** Reads a line; nothing if it is something else, such as what a library has printed. */
    public static <T> Optional<T> read(String line, Class<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(line, type));
        } catch (JacksonException other) {
            return Optional.empty();
        }
    }
}
