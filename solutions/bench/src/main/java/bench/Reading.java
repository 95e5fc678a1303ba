package bench;

import java.util.Optional;
import java.util.function.Function;

/** A library with tables or registries that any process reads without asking another. */
interface Reading extends Peer {

    /** Creates a table with the keys and returns how it is read, if the library has tables. */
    default Optional<Function<String, Object>> table(Iterable<String> keys) throws Exception {
        return Optional.empty();
    }

    /** Registers a process under each key and returns how it is found, if that is possible. */
    default Optional<Function<String, Object>> registry(Iterable<String> keys) throws Exception {
        return Optional.empty();
    }
}
