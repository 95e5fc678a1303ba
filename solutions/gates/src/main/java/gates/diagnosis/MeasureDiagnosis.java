package gates.diagnosis;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import gates.MaintainerCommand;
import gates.diagnosis.Judgement.Naming;

import kata.stage.Stage;
import kata.terminal.ExitCode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures how often mistakes are named rightly, not at all, or wrongly. */
@Command(
        name = "measure-diagnosis",
        description =
                "Run the tests on each wrong solution, and on pairs of them, as on a learner's"
                    + " code, and say how often the mistakes are named rightly, partly, not at all,"
                    + " or wrongly. A run is judged by what the other half of the runs say.",
        mixinStandardHelpOptions = true)
public final class MeasureDiagnosis implements Callable<Integer> {

    @Mixin private MaintainerCommand maintainer;

    @Option(
            names = "--runs",
            paramLabel = "<n>",
            description = "How often to run each wrong solution (default: ${DEFAULT-VALUE}).",
            defaultValue = "10")
    private int runs;

    @Option(
            names = "--pairs",
            paramLabel = "<n>",
            description = "How many pairs to run of each stage, once (default: ${DEFAULT-VALUE}).",
            defaultValue = "10")
    private int pairs;

    private final List<Judgement> allSingles = new ArrayList<>();
    private final List<Judgement> allPairs = new ArrayList<>();

    /** Runs the command and ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(MaintainerCommand.run(new MeasureDiagnosis(), arguments));
    }

    @Override
    public Integer call() {
        maintainer.line(
                "| stage | runs | right | partly | silent | wrong | pairs | right | partly | silent"
                        + " | wrong |");
        maintainer.line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        maintainer.stages().forEach(this::measure);
        print("all", allSingles, allPairs);
        maintainer.line("");
        Stream.concat(allSingles.stream(), allPairs.stream())
                .filter(judgement -> judgement.naming() == Naming.WRONG)
                .distinct()
                .forEach(judgement -> maintainer.line("wrong: %s", judgement));
        oftenSilent().forEach(mistake -> maintainer.line("often silent: %s", mistake));
        return ExitCode.GOOD;
    }

    private void measure(Stage stage) {
        List<Judgement> single = new SingleMistakes(stage, runs).judge();
        List<Judgement> paired = new PairsOfMistakes(stage, pairs).judge();
        print(stage.path(), single, paired);
        allSingles.addAll(single);
        allPairs.addAll(paired);
    }

    private void print(String what, List<Judgement> single, List<Judgement> paired) {
        maintainer.line("| %s | %s | %s |", what, counts(single), counts(paired));
    }

    private static String counts(List<Judgement> judgements) {
        Map<Naming, Long> counts =
                judgements.stream().collect(groupingBy(Judgement::naming, counting()));
        return Stream.concat(
                        Stream.of((long) judgements.size()),
                        Stream.of(Naming.values()).map(naming -> counts.getOrDefault(naming, 0L)))
                .map(String::valueOf)
                .collect(Collectors.joining(" | "));
    }

    /** Returns the mistakes that were named in fewer than nine of ten runs. */
    private List<String> oftenSilent() {
        Map<String, Long> silent =
                allSingles.stream()
                        .filter(judgement -> judgement.naming() == Naming.SILENT)
                        .collect(groupingBy(MeasureDiagnosis::mistake, counting()));
        return silent.entrySet().stream()
                .filter(entry -> entry.getValue() * 10 > runs)
                .map(entry -> "%s, %d of %d".formatted(entry.getKey(), entry.getValue(), runs))
                .sorted()
                .toList();
    }

    private static String mistake(Judgement judgement) {
        return judgement.stage() + ": " + String.join(" and ", judgement.mistakes());
    }
}
