package kata.cli;

import kata.gate.Finding;
import kata.model.KataException;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Prints gate by gate whether its promise is kept, and what the gates have found. */
final class GateReport {

    private final Terminal terminal;
    private int passed;
    private int failed;

    GateReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Says what the gates from here on inspect. */
    void heading(String title) {
        terminal.gap();
        terminal.line("%s", title);
    }

    /** Passes through one gate, and tells whether that went well; blocks for its inspection. */
    boolean pass(String promise, Supplier<List<Finding>> inspection) {
        long begin = System.nanoTime();
        List<Finding> findings = findings(inspection);
        Duration duration = Duration.ofNanos(System.nanoTime() - begin);
        if (findings.isEmpty()) {
            passed++;
        } else {
            failed++;
        }
        terminal.line(
                "  %s  %s (%s)",
                findings.isEmpty()
                        ? terminal.marks().good() + " passed"
                        : terminal.marks().bad() + " failed",
                promise,
                Durations.seconds(duration));
        findings.forEach(this::print);
        return findings.isEmpty();
    }

    /** Says that a gate was left out, because the solution has to pass first. */
    void skip(String promise) {
        terminal.line(
                "  %s skipped %s (mend the solution first)", terminal.marks().toCome(), promise);
    }

    /** Counts in what another process has inspected, and printed. */
    void count(int othersPassed, int othersFailed) {
        passed += othersPassed;
        failed += othersFailed;
    }

    /** Prints how many gates were passed, and tells whether all were. */
    boolean end() {
        terminal.gap();
        terminal.line("%d passed, %d failed", passed, failed);
        return failed == 0;
    }

    private static List<Finding> findings(Supplier<List<Finding>> inspection) {
        try {
            return inspection.get();
        } catch (KataException impossible) {
            return List.of(
                    new Finding(
                            "The inspection stopped",
                            impossible.getMessage(),
                            "Mend that first; until then nothing more can be said here."));
        }
    }

    private void print(Finding finding) {
        terminal.gap();
        terminal.line("      %s", finding.where());
        finding.problem().lines().forEach(line -> terminal.line("        %s", line));
        terminal.line("        -> %s", finding.remedy());
    }
}
