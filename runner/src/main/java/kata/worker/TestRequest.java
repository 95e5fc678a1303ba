package kata.worker;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/**
 * A line of JSON to the worker: compile the code of a stage, and run the tests on it.
 *
 * @param root the kata's folder
 * @param stage the stage's path
 * @param variant whose code, as {@link kata.compile.StageCode#variant()} says it
 * @param seconds the time that the tests may take
 */
record TestRequest(String root, String stage, String variant, long seconds) {

    private static final JsonMapper JSON = JsonMapper.shared();

    String asLine() {
        return JSON.writeValueAsString(this);
    }

    /** Reads a line; anything else is nothing. */
    static Optional<TestRequest> read(String line) {
        try {
            return Optional.ofNullable(JSON.readValue(line, TestRequest.class));
        } catch (JacksonException noRequest) {
            return Optional.empty();
        }
    }
}
