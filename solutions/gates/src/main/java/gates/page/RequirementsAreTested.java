package gates.page;

import gates.Finding;
import gates.Gate;

import kata.lesson.Markdown;
import kata.stage.SourceFile;
import kata.stage.Stage;

import org.commonmark.node.OrderedList;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lays the requirements of a transfer stage beside its tests: what a design must do is on the page
 * and tested, both.
 */
public final class RequirementsAreTested implements Gate {

    static final String REQUIREMENTS = "Requirements";

    private static final Pattern TAG = Pattern.compile("Tag\\(\"requirement-(\\d+)\"\\)");

    @Override
    public String promise() {
        return "each requirement of a transfer stage has a test, and each test a requirement";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        return stage.isTransfer() ? compare(stage, written(stage), tested(stage)) : List.of();
    }

    private static List<Finding> compare(Stage stage, int written, Set<Integer> tested) {
        Stream<Finding> untested =
                IntStream.rangeClosed(1, written)
                        .filter(number -> !tested.contains(number))
                        .mapToObj(number ->
                                new Finding(
                                        new PageLocation(stage).inLesson(1),
                                        "No test is tagged with requirement %d.".formatted(number),
                                        "Write one, with @Tag(\"requirement-%d\")."
                                                .formatted(number)));
        Stream<Finding> unwritten =
                tested.stream()
                        .filter(number -> number > written)
                        .map(number ->
                                new Finding(
                                        stage.path(),
                                        "A test is tagged with requirement %d, but there are %d."
                                                .formatted(number, written),
                                        "Correct the tag, or write the requirement."));
        return Stream.concat(untested, unwritten).toList();
    }

    private static int written(Stage stage) {
        return (int)
                Lesson.read(stage.lesson()).section(REQUIREMENTS).stream()
                        .flatMap(section -> section.content(OrderedList.class))
                        .flatMap(list -> Markdown.children(list).stream())
                        .count();
    }

    private static Set<Integer> tested(Stage stage) {
        return SourceFile.in(stage.root(), stage.testSources()).stream()
                .flatMap(file -> TAG.matcher(file.text()).results())
                .map(tag -> Integer.parseInt(tag.group(1)))
                .collect(Collectors.toSet());
    }
}
