package kata.worker;

import kata.compile.StageCode;
import kata.stage.SourceFile;
import kata.stage.Stage;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A line of JSON to the worker: compile this code, and run the stage's tests on it. It brings the
 * code along, so that the verdict is about what was read when it was asked for.
 *
 * @param root the kata's folder
 * @param stage the stage's path
 * @param variant whose code, as {@link StageCode#variant()} says it
 * @param sources the code
 * @param tests the stage's tests
 * @param resources the folder of what the code reads from its class path
 * @param seconds the time that the tests may take
 */
record TestRequest(
        String root,
        String stage,
        String variant,
        List<SourceFile> sources,
        List<SourceFile> tests,
        String resources,
        long seconds) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static TestRequest of(StageCode code, Duration limit) {
        return new TestRequest(
                code.stage().root().toString(),
                code.stage().path(),
                code.variant(),
                code.sources(),
                code.tests(),
                code.resources().toString(),
                limit.toSeconds());
    }

    /** Returns the code. Of its stage only the path is known: that is enough to test it. */
    StageCode code() {
        Stage place =
                new Stage(Path.of(root), stage, "", "", List.of(), List.of(), Optional.empty());
        return new StageCode(place, variant, sources, tests, Path.of(resources));
    }

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
