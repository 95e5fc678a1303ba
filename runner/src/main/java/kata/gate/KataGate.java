package kata.gate;

import kata.model.Kata;

import java.util.List;

/** A promise that the kata as a whole must keep. */
public interface KataGate {

    /**
     * Returns the promise as a sentence, such as "the reactors list the stages in walking order".
     */
    String promise();

    /** Returns what keeps the kata from holding the promise: nothing, if it holds. */
    List<Finding> inspect(Kata kata);
}
