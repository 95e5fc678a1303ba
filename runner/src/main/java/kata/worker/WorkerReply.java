package kata.worker;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/**
 * A line of JSON from the worker, which says one of three things.
 *
 * @param begun what a test says that has begun
 * @param verdict what became of the code
 * @param problem why the code could not be tested, and what to do
 */
record WorkerReply(Optional<String> begun, Optional<Verdict> verdict, Optional<String> problem) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static WorkerReply begun(String sentence) {
        return new WorkerReply(Optional.of(sentence), Optional.empty(), Optional.empty());
    }

    static WorkerReply verdict(Verdict verdict) {
        return new WorkerReply(Optional.empty(), Optional.of(verdict), Optional.empty());
    }

    static WorkerReply problem(String problem) {
        return new WorkerReply(Optional.empty(), Optional.empty(), Optional.of(problem));
    }

    String asLine() {
        return JSON.writeValueAsString(this);
    }

    /** Reads a line; anything else is nothing, such as what a library prints by itself. */
    static Optional<WorkerReply> read(String line) {
        try {
            return Optional.ofNullable(JSON.readValue(line, WorkerReply.class));
        } catch (JacksonException noReply) {
            return Optional.empty();
        }
    }
}
