package kata.worker;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import kata.compile.CompileError;
import kata.test.TestReport;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Optional;

/** What this process and its worker say to each other: a line of JSON each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
sealed interface Message {

    /**
     * To the worker: compile the code of a stage, and run the tests on it.
     *
     * @param root the kata's folder
     * @param stage the stage's path
     * @param variant whose code, as {@link kata.compile.StageCode#variant()} says it
     * @param seconds the time that the tests may take
     */
    record Run(String root, String stage, String variant, long seconds) implements Message {}

    /**
     * From the worker: a test has begun.
     *
     * @param sentence what the test says
     */
    record Begun(String sentence) implements Message {}

    /**
     * From the worker: the code does not compile.
     *
     * @param errors why
     */
    record Refused(List<CompileError> errors) implements Message {}

    /**
     * From the worker: the tests have ended.
     *
     * @param report how
     */
    record Tested(TestReport report) implements Message {}

    /**
     * From the worker: it could not be tried.
     *
     * @param problem what is wrong, and what to do
     */
    record Impossible(String problem) implements Message {}

    /** Returns the message as one line. */
    default String asLine() {
        return Json.MAPPER.writeValueAsString(this);
    }

    /** Reads a line; anything but a message is nothing, such as what a library prints by itself. */
    static Optional<Message> read(String line) {
        try {
            return Optional.of(Json.MAPPER.readValue(line, Message.class));
        } catch (JacksonException noMessage) {
            return Optional.empty();
        }
    }

    /** Reads and writes messages. */
    final class Json {

        private static final JsonMapper MAPPER = JsonMapper.shared();

        private Json() {}
    }
}
