package kata.page;

import kata.compile.StageCode;
import kata.terminal.Marks;
import kata.terminal.Terminal;
import kata.test.TestReport;
import kata.verdict.MistakePrinter;
import kata.verdict.TaskVerdict;
import kata.verdict.VerdictPrinter;
import kata.worker.Verdict;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the tests of a stage say, as pages show it.
 *
 * @param summary how many of them hold; empty if that is not known
 * @param tasks how far the tasks are; none if that is not known
 * @param text what else is to be said, such as why the code does not compile
 */
public record TestsView(
        boolean isTesting, boolean isSolved, String summary, List<TaskVerdict> tasks, String text) {

    /** Before anything is known. */
    static final TestsView UNKNOWN = new TestsView(true, false, "", List.of(), "");

    /**
     * Returns what has become of code.
     *
     * @param problem what is wrong beside it
     */
    static TestsView of(StageCode code, Verdict verdict, Optional<String> problem) {
        TestsView view = of(code, verdict);
        return problem.map(words -> view.with(words + "\n" + view.text())).orElse(view);
    }

    private static TestsView of(StageCode code, Verdict verdict) {
        if (verdict instanceof Verdict.Tested(TestReport report)) {
            return new TestsView(
                    false,
                    report.passed(),
                    report.summary(),
                    TaskVerdict.of(code, report),
                    written(paper -> new MistakePrinter(paper).print(code.stage(), report)));
        }
        return problem(written(paper -> new VerdictPrinter(paper, code).print(verdict)));
    }

    /** Says why the tests cannot be run. */
    static TestsView problem(String text) {
        return new TestsView(false, false, "", List.of(), text);
    }

    /** Returns the same while the tests run once more. */
    TestsView testing() {
        return new TestsView(true, isSolved, summary, tasks, text);
    }

    private TestsView with(String other) {
        return new TestsView(isTesting, isSolved, summary, tasks, other.strip());
    }

    private static String written(Consumer<Terminal> text) {
        var paper = new StringWriter();
        var nowhere = new PrintWriter(Writer.nullWriter());
        text.accept(
                new Terminal(
                        new PrintWriter(paper, true),
                        nowhere,
                        Marks.printableIn(StandardCharsets.UTF_8)));
        return paper.toString().strip();
    }
}
