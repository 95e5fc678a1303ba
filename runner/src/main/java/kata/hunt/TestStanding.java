package kata.hunt;

import java.util.Optional;

/**
 * Whether a test of the hunter's counts.
 *
 * @param name class and method
 * @param sentence what it says, for people
 * @param objection why it does not count: it fails on a solution that is right
 */
public record TestStanding(String name, String sentence, Optional<String> objection) {

    /** Tells whether it counts. */
    public boolean counts() {
        return objection.isEmpty();
    }
}
