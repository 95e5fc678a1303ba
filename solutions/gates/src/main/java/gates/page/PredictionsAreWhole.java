package gates.page;

import gates.Finding;
import gates.Gate;

import kata.lesson.LessonPage;
import kata.stage.Stage;
import kata.stage.StagesYaml;
import kata.stage.WrongSolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks in a lesson for a question to be answered before anything is run, and for its answers. A
 * page of requirements need not have one.
 */
public final class PredictionsAreWhole implements Gate {

    private static final int ANSWERS = 3;

    @Override
    public String promise() {
        return "the lesson asks for a prediction whose wrong answers are kept mistakes";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        List<Prediction> predictions = Prediction.of(LessonPage.markdown(stage));
        if (predictions.isEmpty()) {
            return isFirst(stage) || stage.isTransfer()
                    ? List.of()
                    : List.of(
                            new Finding(
                                    new PageLocation(stage).inLesson(1),
                                    "The lesson asks for no prediction.",
                                    "Ask in a quote that begins with `%s`."
                                            .formatted(Prediction.BEGIN)));
        }
        Set<String> mistakes =
                WrongSolution.readAll(stage).stream()
                        .map(WrongSolution::name)
                        .collect(Collectors.toSet());
        return predictions.stream()
                .flatMap(prediction -> findings(stage, prediction, mistakes))
                .toList();
    }

    /** The first stage has no process yet, so that nothing can surprise. */
    private static boolean isFirst(Stage stage) {
        return StagesYaml.read(stage.root()).stages().getFirst().equals(stage);
    }

    private static Stream<Finding> findings(
            Stage stage, Prediction prediction, Set<String> mistakes) {
        String where = new PageLocation(stage).inLesson(prediction.line());
        List<Finding> findings = new ArrayList<>();
        List<Prediction.Answer> answers = prediction.answers();
        if (answers.size() != ANSWERS) {
            findings.add(
                    new Finding(
                            where,
                            "The prediction has %d answers.".formatted(answers.size()),
                            "Have three to choose from: `> - **A.** ...`, with a `>` between the"
                                    + " question and the first."));
        }
        long right = answers.stream().filter(Prediction.Answer::isRight).count();
        if (right != 1) {
            findings.add(
                    new Finding(
                            where,
                            "%d answers are right.".formatted(right),
                            "Begin the explanation of exactly one with `Right: `."));
        }
        answers.stream()
                .filter(answer -> !answer.isRight())
                .flatMap(answer -> findings(where, answer, mistakes))
                .forEach(findings::add);
        return findings.stream();
    }

    private static Stream<Finding> findings(
            String where, Prediction.Answer wrong, Set<String> mistakes) {
        if (wrong.explanation().isEmpty()) {
            return Stream.of(
                    new Finding(
                            where,
                            "Answer %s is not explained.".formatted(wrong.letter()),
                            "Say why it is wrong, below `<details><summary>Answer</summary>` and an"
                                    + " empty line."));
        }
        return wrong.mistake().filter(mistakes::contains).isPresent()
                ? Stream.empty()
                : Stream.of(
                        new Finding(
                                where,
                                "Answer %s names no wrong solution of this stage: %s."
                                        .formatted(wrong.letter(), wrong.mistake().orElse("none")),
                                "Say behind its explanation which one makes that mistake: `<!--"
                                        + " wrong: NAME -->`. There are %s."
                                                .formatted(mistakes.stream().sorted().toList())));
    }
}
