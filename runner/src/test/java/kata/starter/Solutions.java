package kata.starter;

import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.Task;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Solutions that are written right into a test. */
final class Solutions {

    private Solutions() {}

    /** Returns the starter of a solution of one file and one task. */
    static String starterOf(String solution) {
        return upTo(0, 1, solution);
    }

    /** Returns what one file is when the tasks up to a number are solved. */
    static String upTo(int solved, int tasks, String solution) {
        return derivation(tasks, file("demo/Demo.java", solution)).upTo(solved).getFirst().text();
    }

    static Derivation derivation(int tasks, SourceFile... files) {
        return Derivation.of(stage(tasks), Arrays.asList(files));
    }

    static SourceFile file(String path, String text) {
        return new SourceFile("solutions/part1/1-demo/src/main/java/" + path, path, text);
    }

    private static Stage stage(int tasks) {
        return new Stage(
                Path.of("kata"),
                "part1/1-demo",
                "A demonstration",
                "",
                List.of(),
                IntStream.rangeClosed(1, tasks)
                        .mapToObj(number -> new Task(number, "Do thing " + number))
                        .toList(),
                Optional.empty(),
                false);
    }
}
