package gates.measure;

import gates.MaintainerCommand;
import gates.WrongSolutionRun;

import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.stage.WrongSolutionYaml;
import kata.terminal.ExitCode;
import kata.test.TestReport;
import kata.verdict.KnownMistakes;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Tries each wrong solution as a learner's code, and sees whether its mistake is named. */
@Command(
        name = "measure-diagnosis",
        description =
                "Say for each stage how many wrong solutions are named rightly, with others, not at"
                        + " all, or wrongly. This takes minutes.",
        mixinStandardHelpOptions = true)
public final class MeasureDiagnosis implements Callable<Integer> {

    @Mixin private MaintainerCommand maintainer;

    private enum Naming {
        ALONE,
        WITH_OTHERS,
        SILENT,
        WRONG
    }

    /** Runs the command and ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(MaintainerCommand.run(new MeasureDiagnosis(), arguments));
    }

    @Override
    public Integer call() {
        maintainer.stages().forEach(this::measure);
        return ExitCode.GOOD;
    }

    private void measure(Stage stage) {
        Map<Naming, Integer> count = new EnumMap<>(Naming.class);
        for (WrongSolution wrong : WrongSolutionYaml.readAll(stage)) {
            WrongSolutionRun.byAll(stage, wrong)
                    .report()
                    .map(report -> naming(stage, wrong, report))
                    .ifPresent(naming -> count.merge(naming, 1, Integer::sum));
        }
        maintainer.line("%s %s", stage.path(), count);
    }

    private Naming naming(Stage stage, WrongSolution wrong, TestReport report) {
        List<String> named =
                KnownMistakes.of(stage, report).stream().map(WrongSolution::name).toList();
        List<String> two =
                KnownMistakes.twoOf(stage, report).stream().map(WrongSolution::name).toList();
        if (named.contains(wrong.name())) {
            return named.size() == 1 ? Naming.ALONE : Naming.WITH_OTHERS;
        }
        boolean isSilent = named.isEmpty() && two.isEmpty();
        if (!isSilent) {
            maintainer.line("%s: %s is called %s %s", stage.path(), wrong.name(), named, two);
        }
        return isSilent ? Naming.SILENT : Naming.WRONG;
    }
}
