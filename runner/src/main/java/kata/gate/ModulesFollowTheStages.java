package kata.gate;

import kata.model.Kata;
import kata.model.Stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Maven walks the stages in the order of {@code stages.yaml}. */
public final class ModulesFollowTheStages implements KataGate {

    private static final String LEARNERS = "pom.xml";
    private static final String MAINTAINERS = "solutions/pom.xml";
    private static final String GATES = "gates";

    @Override
    public String promise() {
        return "the reactors list the stages in walking order";
    }

    @Override
    public List<Finding> inspect(Kata kata) {
        return Inspection.of(
                LEARNERS,
                () ->
                        Stream.of(
                                        learners(kata),
                                        maintainers(kata),
                                        kata.stages().stream()
                                                .flatMap(ModulesFollowTheStages::missingPoms))
                                .flatMap(findings -> findings));
    }

    private static Stream<Finding> learners(Kata kata) {
        List<String> expected = modules(kata, "otp", "runner");
        List<String> actual = Reactor.modules(kata.root(), LEARNERS);
        return actual.equals(expected)
                ? Stream.of()
                : Stream.of(finding(LEARNERS, "exactly", expected, actual));
    }

    /**
     * The gates need every solution, and whatever else is measured or proved may follow the stages
     * too.
     */
    private static Stream<Finding> maintainers(Kata kata) {
        List<String> expected = modules(kata, "../otp", "../runner");
        List<String> actual = Reactor.modules(kata.root(), MAINTAINERS);
        boolean begins =
                actual.size() > expected.size()
                        && actual.subList(0, expected.size()).equals(expected);
        return begins && actual.subList(expected.size(), actual.size()).contains(GATES)
                ? Stream.of()
                : Stream.of(
                        finding(
                                MAINTAINERS,
                                "first, and %s behind them,".formatted(GATES),
                                expected,
                                actual));
    }

    private static List<String> modules(Kata kata, String... before) {
        return Stream.concat(Stream.of(before), kata.stages().stream().map(Stage::path)).toList();
    }

    private static Finding finding(
            String pom, String how, List<String> expected, List<String> actual) {
        return new Finding(
                pom,
                "Its modules must be %s %s, as in stages.yaml, but they are %s."
                        .formatted(how, expected, actual),
                "Run `./kata derive`, or correct the modules.");
    }

    private static Stream<Finding> missingPoms(Stage stage) {
        return Stream.of(stage.folder(), stage.solutionFolder())
                .map(folder -> folder.resolve("pom.xml"))
                .filter(pom -> !Files.exists(pom))
                .map(pom -> missingPom(stage, pom));
    }

    private static Finding missingPom(Stage stage, Path pom) {
        return new Finding(
                stage.root().relativize(pom).toString(),
                "stages.yaml gives stage %s tasks, but this file is missing."
                        .formatted(stage.path()),
                "Copy the file of another stage, and put this one's name into it.");
    }
}
