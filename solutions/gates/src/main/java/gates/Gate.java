package gates;

import kata.stage.Stage;

import java.util.List;

/** A promise that every stage must keep. */
public interface Gate {

    /** Returns the promise as a sentence, such as "the starter is what the solution yields". */
    String promise();

    /** Returns what keeps the stage from holding the promise: nothing, if it holds. */
    List<Finding> inspect(Stage stage);
}
