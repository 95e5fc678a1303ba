package kata.command;

import kata.stage.Stage;
import kata.stage.Task;
import kata.starter.Derivation;
import kata.starter.TaskSolution;
import kata.terminal.Confirmation;
import kata.terminal.ExitCode;
import kata.terminal.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;

@Command(
        name = "solution",
        description =
                "Show how the reference solves each task, which is one possibility. Asks first if"
                        + " the stage is not solved.")
final class SolutionCommand extends StageCommand {

    private static final String INDENT = " ".repeat(4);

    @Mixin private Confirmation question;

    @Option(
            names = "--take",
            description =
                    "Put the reference in the place of your files, which are kept below .kata/kept."
                            + " Asks first.")
    private boolean take;

    @Override
    public Integer call() {
        Stage stage = stage();
        return take ? take(stage) : show(stage);
    }

    private int take(Stage stage) {
        return new FileReplacement(stage, parent.terminal(), question)
                .offer("the reference", Derivation.of(stage).plain(), List.of());
    }

    private int show(Stage stage) {
        if (!mayShowReference(stage, question)) {
            return ExitCode.DECLINED;
        }
        List<TaskSolution> solutions = TaskSolution.of(stage);
        for (Task task : stage.tasks()) {
            parent.terminal().line("Task %d: %s", task.number(), task.title());
            solutions.stream()
                    .filter(solution -> solution.task() == task.number())
                    .forEach(this::print);
        }
        return ExitCode.GOOD;
    }

    private void print(TaskSolution solution) {
        Terminal terminal = parent.terminal();
        terminal.line("  %s:%d", solution.file(), solution.line());
        terminal.gap();
        solution.code().indent(INDENT.length()).lines().forEach(terminal.out()::println);
        terminal.gap();
    }
}
