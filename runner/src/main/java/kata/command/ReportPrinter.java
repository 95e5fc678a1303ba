package kata.command;

import kata.progress.ProgressReport;
import kata.progress.StageProgress;
import kata.terminal.Terminal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints how far a learner has come.
 *
 * @param terminal where it prints
 * @param zone where the learner's clock is
 */
record ReportPrinter(Terminal terminal, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Prints a line for each stage, and a summary. */
    void print(ProgressReport report) {
        int width =
                report.stages().stream().mapToInt(stage -> stage.stage().length()).max().orElse(1);
        for (StageProgress stage : report.stages()) {
            String what =
                    Stream.of(tests(stage), tasks(stage))
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

    private String state(StageProgress stage) {
        return switch (stage.state()) {
            case SOLVED -> terminal.marks().good() + " solved    ";
            case OPEN -> terminal.marks().bad() + " not solved";
            case UNTESTED -> terminal.marks().bad() + " not tested";
            case COMING -> terminal.marks().toCome() + " to come   ";
        };
    }

    private String tests(StageProgress stage) {
        StageProgress.Run run = stage.lastRun();
        if (run == null) {
            return "";
        }
        String shown =
                run.tested()
                        ? "%d of %d tests passed"
                                .formatted(run.passed(), run.passed() + run.failed())
                        : "could not be tested";
        return "%s at %s%s"
                .formatted(
                        shown,
                        TIME.format(Instant.parse(run.at()).atZone(zone)),
                        run.ofThisCode() ? "" : ", and was changed since");
    }

    private static String tasks(StageProgress stage) {
        return switch (stage.openTasks().size()) {
            case 0 -> "";
            case 1 -> "task " + stage.openTasks().getFirst() + " is open";
            default ->
                    stage.openTasks().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ", "tasks ", " are open"));
        };
    }
}
