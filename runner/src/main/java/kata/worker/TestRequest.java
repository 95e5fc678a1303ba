package kata.worker;

import kata.compile.Compilation;
import kata.compile.OutputFolder;
import kata.compile.StageCode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A line of JSON to the worker: compile this code unless that is done, and run the tests on it. It
 * brings the code along, so that the verdict is about what was read when it was asked for.
 *
 * @param compiled where the classes are, if the code is compiled already
 */
record TestRequest(StageCode code, Optional<OutputFolder> compiled, Duration limit) {

    /** Compiles the code, or takes the classes that are there. Blocks until it is compiled. */
    Compilation compilation() {
        return compiled.map(output -> new Compilation(code, List.of(), output))
                .orElseGet(() -> Compilation.of(code));
    }
}
