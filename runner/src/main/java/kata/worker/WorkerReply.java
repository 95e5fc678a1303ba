package kata.worker;

import java.util.Optional;

/**
 * A line of JSON from the worker, which says one of three things, or only that it begins to test.
 *
 * @param begun what a test says that has begun
 * @param verdict what became of the code
 * @param problem why the code could not be tested, and what to do
 * @param isLast whether code of the run is still running, or has left the worker without its
 *     standard output, so that no other is to follow
 */
record WorkerReply(
        Optional<String> begun,
        Optional<Verdict> verdict,
        Optional<String> problem,
        boolean isLast) {

    static WorkerReply compiled() {
        return new WorkerReply(Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    static WorkerReply begun(String sentence) {
        return new WorkerReply(Optional.of(sentence), Optional.empty(), Optional.empty(), false);
    }

    static WorkerReply verdict(Verdict verdict, boolean isLast) {
        return new WorkerReply(Optional.empty(), Optional.of(verdict), Optional.empty(), isLast);
    }

    static WorkerReply problem(String problem) {
        return new WorkerReply(Optional.empty(), Optional.empty(), Optional.of(problem), true);
    }
}
