package gates.diagnosis;

import kata.compile.Compilation;
import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.stage.WrongSolutionYaml;
import kata.test.TestReport;
import kata.verdict.KnownMistakes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Has mistakes of a stage named, two at once, by what is written down of each. The pairs are chosen
 * by chance, and are the same each time.
 *
 * @param stage the stage
 * @param number how many pairs to try, if there are as many that can be put together
 */
record PairsOfMistakes(Stage stage, int number) {

    /** Returns a judgement of each pair; blocks until a run of each is recorded. */
    List<Judgement> judge() {
        KnownMistakes known = KnownMistakes.of(stage);
        return pairs().flatMap(pair -> judge(pair, known).stream()).limit(number).toList();
    }

    private Optional<Judgement> judge(TwoMistakes pair, KnownMistakes known) {
        return report(pair).map(report -> Judgement.of(stage, pair.asSet(), known.explain(report)));
    }

    private Optional<TestReport> report(TwoMistakes pair) {
        return pair.code(stage)
                .filter(code -> Compilation.of(code).succeeded())
                .map(code -> new RecordedRuns(code).first(1).getFirst());
    }

    private Stream<TwoMistakes> pairs() {
        List<WrongSolution> wrong = WrongSolutionYaml.readAll(stage);
        List<TwoMistakes> pairs = new ArrayList<>();
        for (int one = 0; one < wrong.size(); one++) {
            for (int other = one + 1; other < wrong.size(); other++) {
                pairs.add(new TwoMistakes(wrong.get(one), wrong.get(other)));
            }
        }
        Collections.shuffle(pairs, new Random(stage.path().hashCode()));
        return pairs.stream();
    }
}
