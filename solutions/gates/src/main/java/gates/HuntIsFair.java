package gates;

import kata.compile.Compilation;
import kata.compile.CompileError;
import kata.compile.StageCode;
import kata.hunt.Contender;
import kata.hunt.HuntFolder;
import kata.hunt.HuntRound;
import kata.hunt.HuntScore;
import kata.hunt.HuntScore.MistakeStanding;
import kata.hunt.HuntScore.TestStanding;
import kata.hunt.Mistake;
import kata.hunt.Trial;
import kata.stage.RightSolution;
import kata.stage.Stage;
import kata.test.TestRun;
import kata.worker.Cancellation;
import kata.worker.Verdict;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hunt can be won, and is not won by its starter: judged as a hunter's are, the stage's own tests
 * catch every mistake, and the test of the starter few.
 */
public final class HuntIsFair implements Gate {

    /** The starter may catch one mistake of this many. */
    private static final int FEW = 5;

    @Override
    public String promise() {
        return "the hunt can be won, and its starter does not win it";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        var folder = new HuntFolder(stage);
        return folder.exists()
                ? Inspection.of(named(stage, folder.path()), () -> findings(folder))
                : List.of();
    }

    private static Stream<Finding> findings(HuntFolder folder) {
        return Stream.of(lesson(folder), ownTests(folder.stage()), starter(folder))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> lesson(HuntFolder folder) {
        return Files.exists(folder.lesson())
                ? Stream.of()
                : Stream.of(
                        new Finding(
                                named(folder.stage(), folder.lesson()),
                                "The hunt has no lesson.",
                                "Write what can be observed in this stage."));
    }

    private static Stream<Finding> ownTests(Stage stage) {
        HuntScore score = HuntScore.of(trials(stage));
        Stream<Finding> objections =
                score.tests().stream()
                        .flatMap(test -> objection(test, "Correct the test, or the solution."));
        Stream<Finding> hidden =
                score.mistakes().stream()
                        .filter(standing -> !standing.isCaught())
                        .map(standing -> hidden(stage, standing));
        return Stream.concat(objections, hidden);
    }

    private static List<Trial> trials(Stage stage) {
        Stream<Trial> right =
                Stream.concat(
                        Stream.of(trial(Contender.reference(stage), StageCode.solution(stage))),
                        RightSolution.readAll(stage).stream()
                                .map(one ->
                                        trial(
                                                Contender.of(stage, one),
                                                StageCode.replacing(
                                                        stage,
                                                        "right-" + one.name(),
                                                        one.sources()))));
        Stream<Trial> wrong =
                Mistake.of(stage).stream()
                        .map(mistake ->
                                trial(
                                        Contender.of(stage, mistake),
                                        StageCode.wrong(stage, mistake.wrong())));
        return Stream.concat(right, wrong).toList();
    }

    /** The other gates have run most of it. */
    private static Trial trial(Contender contender, StageCode code) {
        return TestedCode.known(code, TestRun::of)
                .report()
                .map(report -> Trial.of(contender, new Verdict.Tested(report)))
                .orElseGet(() -> Trial.impossible(contender, "it does not compile"));
    }

    private static Finding hidden(Stage stage, MistakeStanding standing) {
        return new Finding(
                WrongSolutionsDie.described(stage, standing.mistake().wrong()),
                "No test of the stage catches '%s' as a hunter's test must%s."
                        .formatted(
                                standing.mistake().wrong().title(),
                                standing.remark().map(why -> ": " + why).orElse("")),
                "Have a test fail on it by an assertion, or by a time limit of its own.");
    }

    private static Stream<Finding> starter(HuntFolder folder) {
        try (var round = new HuntRound(folder, (code, _) -> new Verdict.Tested(TestRun.of(code)))) {
            Compilation tests = round.compileTests();
            return tests.succeeded()
                    ? judge(folder, round.play(tests, new Cancellation()).orElseThrow())
                    : tests.errors().stream().map(HuntIsFair::refusal);
        }
    }

    private static Finding refusal(CompileError error) {
        return new Finding(
                "%s, line %d".formatted(error.file(), error.line()),
                "The starter does not compile: " + error.firstLine(),
                "Have it use what the reference has.");
    }

    private static Stream<Finding> judge(HuntFolder folder, HuntScore score) {
        Stream<Finding> objections =
                score.tests().stream()
                        .flatMap(test -> objection(test, "Correct the test of the starter."));
        long caught = score.caught().size();
        Stream<Finding> tooGood =
                caught * FEW <= score.mistakes().size()
                        ? Stream.of()
                        : Stream.of(
                                new Finding(
                                        named(folder.stage(), folder.path()),
                                        "The starter catches %d of %d mistakes."
                                                .formatted(caught, score.mistakes().size()),
                                        "Take from it what the hunter is to think of."));
        return Stream.concat(objections, tooGood);
    }

    private static Stream<Finding> objection(TestStanding test, String remedy) {
        return test.objection().stream()
                .map(why ->
                        new Finding(
                                test.name(),
                                "It does not count in a hunt, as it fails %s.".formatted(why),
                                remedy));
    }

    private static String named(Stage stage, Path path) {
        return stage.root().relativize(path).toString().replace('\\', '/');
    }
}
