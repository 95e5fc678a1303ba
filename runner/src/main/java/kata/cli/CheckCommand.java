package kata.cli;

import kata.gate.Gate;
import kata.gate.Gates;
import kata.gate.KataGate;
import kata.model.Kata;
import kata.model.Stage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code ./kata check}. */
@Command(
        name = "check",
        description =
                "For those who change the kata: let it pass through every gate. With stages: only"
                        + " through theirs.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @ParentCommand private KataCommand parent;

    @Mixin private StagesArgument stages;

    @Override
    public Integer call() {
        Kata kata = parent.kata();
        List<Stage> chosen = stages.in(kata);
        parent.terminal()
                .line(
                        "This is for those who change the kata; to solve a stage, use `./kata run"
                                + " <stage>`.");
        var report = new GateReport(parent.terminal());
        Gates gates = Gates.all();
        if (chosen.size() == 1) {
            check(chosen.getFirst(), gates, report);
        } else {
            new SeparateChecks(kata.root(), parent.terminal(), report).of(chosen);
        }
        if (stages.areAll()) {
            report.heading("the kata as a whole");
            for (KataGate gate : gates.ofTheKata()) {
                report.pass(gate.promise(), () -> gate.inspect(kata));
            }
        }
        return report.end() ? ExitCode.GOOD : ExitCode.NOT_SOLVED;
    }

    private static void check(Stage stage, Gates gates, GateReport report) {
        report.heading(stage.path());
        gates.ofTheFiles().forEach(gate -> pass(gate, stage, report));
        if (pass(gates.ofTheSolution(), stage, report)) {
            gates.ofTheTests().forEach(gate -> pass(gate, stage, report));
        } else {
            gates.ofTheTests().forEach(gate -> report.skip(gate.promise()));
        }
    }

    private static boolean pass(Gate gate, Stage stage, GateReport report) {
        return report.pass(gate.promise(), () -> gate.inspect(stage));
    }
}
