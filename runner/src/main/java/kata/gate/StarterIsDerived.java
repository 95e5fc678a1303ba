package kata.gate;

import kata.model.SourceFile;
import kata.model.Stage;
import kata.starter.Derivation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nobody edits a starter by hand: it is what its solution yields. */
public final class StarterIsDerived implements Gate {

    @Override
    public String promise() {
        return "the starter is what the solution yields";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        return Inspection.of(stage.path(), () -> differences(stage));
    }

    private static Stream<Finding> differences(Stage stage) {
        Map<String, SourceFile> derived = byPath(Derivation.of(stage).starter());
        Map<String, SourceFile> present =
                byPath(SourceFile.in(stage.root(), stage.starterSources()));
        TreeSet<String> paths = new TreeSet<>(derived.keySet());
        paths.addAll(present.keySet());
        return paths.stream()
                .flatMap(path ->
                        problem(derived.get(path), present.get(path)).stream()
                                .map(problem -> finding(stage, path, problem)));
    }

    private static Optional<String> problem(SourceFile derived, SourceFile present) {
        if (present == null) {
            return Optional.of("The solution yields this file, but the starter lacks it.");
        }
        if (derived == null) {
            return Optional.of("The starter has this file, but the solution does not yield it.");
        }
        return firstDifference(derived.text().lines().toList(), present.text().lines().toList());
    }

    private static Optional<String> firstDifference(List<String> derived, List<String> present) {
        if (derived.equals(present)) {
            return Optional.empty();
        }
        int index = 0;
        while (line(derived, index).equals(line(present, index))) {
            index++;
        }
        return Optional.of(
                "Line %d should be\n  %s\nas the solution yields it, but it is\n  %s"
                        .formatted(index + 1, line(derived, index), line(present, index)));
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "(the end of the file)";
    }

    private static Finding finding(Stage stage, String path, String problem) {
        return new Finding(
                stage.path() + "/src/main/java/" + path,
                problem,
                "Starters are never edited by hand: change %s, then run `./kata derive %s`."
                        .formatted(stage.root().relativize(stage.solutionSources()), stage.path()));
    }

    private static Map<String, SourceFile> byPath(List<SourceFile> files) {
        return files.stream().collect(Collectors.toMap(SourceFile::path, Function.identity()));
    }
}
