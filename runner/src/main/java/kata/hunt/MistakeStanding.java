package kata.hunt;

import java.util.List;
import java.util.Optional;

/**
 * Whether a mistake is caught.
 *
 * @param catchers what the tests say that have caught it; none if it is still hidden
 * @param remark why a test that failed on it has not caught it
 */
public record MistakeStanding(Mistake mistake, List<String> catchers, Optional<String> remark) {

    /** Tells whether it is caught. */
    public boolean isCaught() {
        return !catchers.isEmpty();
    }
}
