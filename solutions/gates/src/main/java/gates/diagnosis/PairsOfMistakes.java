package gates.diagnosis;

import kata.stage.Stage;
import kata.stage.WrongSolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Two mistakes of a stage at once, in an order of chance that is the same each time. */
final class PairsOfMistakes {

    private PairsOfMistakes() {}

    /** Returns all pairs that can be put together. */
    static Stream<FlawedCode> of(Stage stage) {
        List<WrongSolution> wrong = WrongSolution.readAll(stage);
        List<TwoMistakes> pairs = new ArrayList<>();
        for (int one = 0; one < wrong.size(); one++) {
            for (int other = one + 1; other < wrong.size(); other++) {
                pairs.add(new TwoMistakes(wrong.get(one), wrong.get(other)));
            }
        }
        Collections.shuffle(pairs, new Random(stage.path().hashCode()));
        return pairs.stream().flatMap(pair -> pair.code(stage).stream());
    }
}
