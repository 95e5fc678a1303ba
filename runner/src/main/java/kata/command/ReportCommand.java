package kata.command;

import kata.progress.ProgressReport;
import kata.progress.ProgressReport.OfStage;
import kata.stage.Kata;
import kata.stage.Stage;
import kata.terminal.Confirmation;
import kata.terminal.ExitCode;
import kata.terminal.Marks;
import kata.terminal.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Command(
        name = "report",
        description = "Say how far you have come, without running any test unless you ask for it.",
        footer = {
            "",
            "The keys of the JSON: format (1), at, solved, total, current, and stages; of each"
                    + " stage: stage, title, state (solved, open, untested, coming), openTasks,"
                    + " and lastRun; of that, unless it is null: at, tested, passed, failed,"
                    + " ofThisCode."
        })
final class ReportCommand extends KataSubcommand {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Option(names = "--json", description = "Say it in JSON, for a leader's screen.")
    private boolean json;

    @Option(names = "--run", description = "Run the tests first that have not seen this code.")
    private boolean run;

    @Option(
            names = "--unknown",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "<stage>",
            description =
                    "Write down a mistake that the kata does not know: the tests of <stage> that"
                            + " fail, and your code. Shows it and asks first; nothing is sent.")
    private String unknown;

    @Mixin private Confirmation question;

    @Override
    public Integer call() {
        Kata kata = parent.kata();
        Terminal terminal = parent.terminal();
        if (unknown != null) {
            return new UnknownReport(parent, question)
                    .offer(unknown.isEmpty() ? here() : kata.stage(unknown));
        }
        if (run) {
            kata.stages().forEach(parent.solved()::test);
        }
        ProgressReport report = ProgressReport.of(kata);
        if (json) {
            terminal.text(report.toJson());
        } else {
            print(report);
        }
        return ExitCode.GOOD;
    }

    private Stage here() {
        return parent.stageAround().orElseGet(() -> StageCommand.current(parent));
    }

    private void print(ProgressReport report) {
        Terminal terminal = parent.terminal();
        int width =
                report.stages().stream().mapToInt(stage -> stage.stage().length()).max().orElse(1);
        for (OfStage stage : report.stages()) {
            String what =
                    Stream.of(tests(stage.lastRun()), tasks(stage.openTasks()))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining("; "));
            String line = "%s  %-" + width + "s  %s";
            terminal.text(line.formatted(state(stage), stage.stage(), what).stripTrailing());
        }
        terminal.gap();
        terminal.line("%d of %d solved", report.solved(), report.total());
        if (report.current() != null) {
            terminal.line("Current: %s", report.current());
        }
    }

    private String state(OfStage stage) {
        Marks marks = parent.terminal().marks();
        return switch (stage.state()) {
            case SOLVED -> marks.good() + " solved    ";
            case OPEN -> marks.bad() + " not solved";
            case UNTESTED -> marks.bad() + " not tested";
            case COMING -> marks.toCome() + " to come   ";
        };
    }

    private static String tests(ProgressReport.Run run) {
        if (run == null) {
            return "";
        }
        String shown =
                run.tested()
                        ? "%d of %d tests passed"
                                .formatted(run.passed(), run.passed() + run.failed())
                        : "could not be tested";
        String at = TIME.format(Instant.parse(run.at()).atZone(ZoneId.systemDefault()));
        return "%s at %s%s".formatted(shown, at, run.ofThisCode() ? "" : ", and was changed since");
    }

    private static String tasks(List<Integer> open) {
        String numbers = open.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return switch (open.size()) {
            case 0 -> "";
            case 1 -> "task %s is open".formatted(numbers);
            default -> "tasks %s are open".formatted(numbers);
        };
    }
}
