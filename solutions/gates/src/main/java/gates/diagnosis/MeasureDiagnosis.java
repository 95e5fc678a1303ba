package gates.diagnosis;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import gates.MaintainerCommand;
import gates.diagnosis.Judgement.Naming;

import kata.stage.Stage;
import kata.terminal.ExitCode;
import kata.verdict.KnownMistakes;

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
                "Run the tests on each wrong solution, as on a learner's code, and say how often"
                    + " its mistake is named rightly, among others, not at all, or wrongly. A run"
                    + " is judged by what all the other runs say. The same for wrong solutions of"
                    + " which later tasks are still open, and for two mistakes at once: these are"
                    + " judged by failures.yaml.",
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

    private final List<Judgement> allWhole = new ArrayList<>();
    private final List<Judgement> allUnfinished = new ArrayList<>();
    private final List<Judgement> allPairs = new ArrayList<>();

    /** Runs the command and ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(MaintainerCommand.run(new MeasureDiagnosis(), arguments));
    }

    @Override
    public Integer call() {
        maintainer.line(
                "| stage | runs%1$s | unfinished%1$s | pairs%1$s |",
                " | right | partly | silent | wrong");
        maintainer.line("|---%s|", "|--:".repeat(15));
        maintainer.stages().forEach(this::measure);
        print("all", allWhole, allUnfinished, allPairs);
        maintainer.line("");
        Stream.of(allWhole, allUnfinished, allPairs)
                .flatMap(List::stream)
                .filter(judgement -> judgement.naming() == Naming.WRONG)
                .distinct()
                .forEach(judgement -> maintainer.line("wrong: %s", judgement));
        oftenSilent().forEach(mistake -> maintainer.line("often silent: %s", mistake));
        return ExitCode.GOOD;
    }

    private void measure(Stage stage) {
        KnownMistakes known = KnownMistakes.of(stage);
        List<Judgement> whole = new SingleMistakes(stage, runs).judge();
        List<Judgement> unfinished =
                UnfinishedCode.of(stage).flatMap(code -> code.judge(known).stream()).toList();
        List<Judgement> paired =
                PairsOfMistakes.of(stage)
                        .flatMap(code -> code.judge(known).stream())
                        .limit(pairs)
                        .toList();
        print(stage.path(), whole, unfinished, paired);
        allWhole.addAll(whole);
        allUnfinished.addAll(unfinished);
        allPairs.addAll(paired);
    }

    private void print(
            String what,
            List<Judgement> whole,
            List<Judgement> unfinished,
            List<Judgement> paired) {
        maintainer.line(
                "| %s | %s | %s | %s |", what, counts(whole), counts(unfinished), counts(paired));
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
                allWhole.stream()
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
