package gates.page;

import gates.Finding;
import gates.Gate;

import kata.stage.Stage;
import kata.stage.Task;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for the three hints of every task: a question, the concept and the code. A transfer stage
 * has questions instead, as many as it likes, and no code.
 */
public final class HintsAreWhole implements Gate {

    private static final String CODE = "The code";
    private static final List<String> HINTS = List.of("A question", "The concept", CODE);

    private static final int FEWEST_QUESTIONS = 3;

    @Override
    public String promise() {
        return "every task has its three hints";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        Lesson hints = Lesson.read(stage.hints());
        var places = new PageLocation(stage);
        List<Finding> findings = new ArrayList<>();
        List<String> expected = stage.tasks().stream().map(HintsAreWhole::heading).toList();
        List<String> actual =
                hints.sections().stream()
                        .map(Section::title)
                        .filter(title -> title.startsWith("Task "))
                        .toList();
        if (!actual.equals(expected)) {
            findings.add(
                    new Finding(
                            places.inHints(1),
                            "The tasks' headings are %s.".formatted(actual),
                            "Have one second-level heading a task, as stages.yaml has them: %s."
                                    .formatted(expected)));
        }
        hints.sections().stream()
                .filter(section -> expected.contains(section.title()))
                .forEach(section -> inspect(stage, section, places, findings));
        return findings;
    }

    private static String heading(Task task) {
        return "Task %d: %s".formatted(task.number(), task.title());
    }

    private static void inspect(
            Stage stage, Section task, PageLocation places, List<Finding> findings) {
        List<Section> hints = task.parts(3);
        List<String> titles = hints.stream().map(Section::title).toList();
        if (stage.isTransfer()) {
            inspectQuestions(task, hints, places, findings);
        } else if (!titles.equals(HINTS)) {
            findings.add(
                    new Finding(
                            places.inHints(task.line()),
                            "`%s` has the hints %s.".formatted(task.title(), titles),
                            "Give it exactly these third-level headings: %s.".formatted(HINTS)));
        }
        for (Section hint : hints) {
            if (hint.content().isEmpty()) {
                findings.add(
                        new Finding(
                                places.inHints(hint.line()),
                                "The hint `%s` of `%s` is empty."
                                        .formatted(hint.title(), task.title()),
                                "Write it."));
            } else if (hint.title().equals(CODE) && !hint.hasCode("java")) {
                findings.add(
                        new Finding(
                                places.inHints(hint.line()),
                                "The hint `%s` of `%s` shows no Java."
                                        .formatted(hint.title(), task.title()),
                                "Show one line or method in a ```java block."));
            }
        }
    }

    private static void inspectQuestions(
            Section task, List<Section> hints, PageLocation places, List<Finding> findings) {
        if (hints.size() < FEWEST_QUESTIONS || task.hasCode("java")) {
            findings.add(
                    new Finding(
                            places.inHints(task.line()),
                            "`%s` has %d questions, or shows Java."
                                    .formatted(task.title(), hints.size()),
                            "Give it at least %d questions about the design, and no code."
                                    .formatted(FEWEST_QUESTIONS)));
        }
    }
}
