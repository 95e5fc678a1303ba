package gates.page;

import gates.Finding;
import gates.Gate;
import gates.session.Session;

import kata.lesson.Markdown;
import kata.stage.Stage;

import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for everything that a lesson must hold, and for its order; a transfer stage has a page of
 * requirements instead.
 */
public final class LessonIsWhole implements Gate {

    private static final String WHERE_WE_ARE = "Where we are";
    private static final String TASKS = "Tasks";
    private static final String TRY_IT = "Try it";

    private static final List<String> SECTIONS =
            List.of(
                    WHERE_WE_ARE,
                    "The problem",
                    "The idea",
                    TASKS,
                    "Elixir beside Java",
                    TRY_IT,
                    "What is still wrong, and traps",
                    "Out of scope",
                    "Further reading");

    private static final List<String> SECTIONS_OF_TRANSFER =
            List.of(
                    "The problem",
                    RequirementsAreTested.REQUIREMENTS,
                    "What is free",
                    TASKS,
                    TRY_IT,
                    "When yours passes",
                    "Further reading");

    @Override
    public String promise() {
        return "the lesson is whole";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        return new Inspection(stage, Lesson.read(stage.lesson())).findings();
    }

    private static final class Inspection {

        private final Stage stage;
        private final Lesson lesson;
        private final PageLocation places;
        private final List<Finding> findings = new ArrayList<>();

        Inspection(Stage stage, Lesson lesson) {
            this.stage = stage;
            this.lesson = lesson;
            this.places = new PageLocation(stage);
        }

        List<Finding> findings() {
            inspectOrder();
            lesson.section(WHERE_WE_ARE).ifPresent(this::inspectPicture);
            lesson.section(TASKS).ifPresent(this::inspectTasks);
            lesson.section(TRY_IT).ifPresent(this::inspectSession);
            return findings;
        }

        private void inspectOrder() {
            List<String> titles = lesson.sections().stream().map(Section::title).toList();
            List<String> expected = stage.isTransfer() ? SECTIONS_OF_TRANSFER : SECTIONS;
            if (!titles.equals(expected)) {
                add(
                        1,
                        "The second-level headings are %s.".formatted(titles),
                        "Have exactly these, in this order: %s.".formatted(expected));
            }
        }

        private void inspectPicture(Section section) {
            List<Node> content = section.content();
            boolean told =
                    IntStream.range(0, content.size() - 1)
                            .filter(i -> Section.isCode(content.get(i), "mermaid"))
                            .anyMatch(i -> isInWords(content.get(i + 1)));
            if (!told) {
                add(
                        section.line(),
                        "`%s` has no picture with a text alternative.".formatted(WHERE_WE_ARE),
                        "Draw the processes in a ```mermaid block, and begin the paragraph right"
                                + " after it with `*In words:`.");
            }
        }

        private static boolean isInWords(Node node) {
            return node instanceof Paragraph && Markdown.text(node).startsWith("In words:");
        }

        private void inspectTasks(Section section) {
            List<String> expected = stage.tasks().stream().map(task -> task.title()).toList();
            List<String> actual =
                    section.content(OrderedList.class)
                            .flatMap(list -> Markdown.children(list).stream())
                            .map(ListItem.class::cast)
                            .map(Inspection::boldBeginning)
                            .toList();
            if (!actual.equals(expected)) {
                add(
                        section.line(),
                        "The numbered tasks begin with %s.".formatted(actual),
                        "Have one item a task, each beginning in bold with the task's title from"
                                + " stages.yaml: %s.".formatted(expected));
            }
        }

        private static String boldBeginning(ListItem item) {
            return item.getFirstChild() instanceof Paragraph paragraph
                            && paragraph.getFirstChild() instanceof StrongEmphasis bold
                    ? Markdown.text(bold)
                    : "nothing in bold";
        }

        private void inspectSession(Section section) {
            if (!section.hasCode(Session.LANGUAGE)) {
                add(
                        section.line(),
                        "`%s` shows no session.".formatted(TRY_IT),
                        "Show one in a ```jshell block.");
            }
        }

        private void add(int line, String problem, String remedy) {
            findings.add(new Finding(places.inLesson(line), problem, remedy));
        }
    }
}
