package gates.derive;

import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.OriginalTests;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.starter.Derivation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is derived in the kata: the starters, the lists of modules, and parts of pages. */
public final class DerivedFiles {

    private static final String FRONT_PAGE = "README.md";

    private DerivedFiles() {}

    /**
     * Returns the files of a stage's starter, those that stand beside them and must not, and the
     * list of its tests.
     *
     * @throws KataException if the comments that fence the solution's tasks are wrong
     */
    public static List<DerivedFile> ofStage(Stage stage) {
        List<SourceFile> starter = Derivation.of(stage).starter();
        Set<String> paths = starter.stream().map(SourceFile::path).collect(Collectors.toSet());
        Stream<DerivedFile> derived =
                starter.stream().map(file -> file(stage, file.path(), Optional.of(file.text())));
        Stream<DerivedFile> surplus =
                SourceFile.in(stage.root(), stage.starterSources()).stream()
                        .map(SourceFile::path)
                        .filter(path -> !paths.contains(path))
                        .map(path -> file(stage, path, Optional.empty()));
        var tests = SourceFile.in(stage.root(), stage.testSources());
        var listOfTests =
                new DerivedFile(
                        OriginalTests.fileOf(stage), Optional.of(OriginalTests.text(tests)));
        return Stream.of(derived, surplus, Stream.of(listOfTests)).flatMap(files -> files).toList();
    }

    /**
     * Returns the files of the kata as a whole. Blocks for seconds if the front page shows the
     * first screen.
     *
     * @throws KataException if a file is missing, or lacks the place for what is derived
     */
    public static List<DerivedFile> ofKata(Kata kata) {
        return List.of(
                rewritten(kata, "pom.xml", ModuleList.ofLearner(kata)::rewrite),
                rewritten(kata, "solutions/pom.xml", ModuleList.ofSolutions(kata)::rewrite),
                rewritten(kata, FRONT_PAGE, page -> frontPage(page, kata)));
    }

    private static String frontPage(String page, Kata kata) {
        return FirstScreen.rewrite(StageMap.rewrite(page, kata), kata);
    }

    private static DerivedFile file(Stage stage, String path, Optional<String> text) {
        return new DerivedFile(stage.starterSources().resolve(path), text);
    }

    private static DerivedFile rewritten(Kata kata, String name, UnaryOperator<String> change) {
        Path file = kata.root().resolve(name);
        try {
            String text = Files.readString(file).replace("\r\n", "\n");
            return new DerivedFile(file, Optional.of(change.apply(text)));
        } catch (IOException failure) {
            throw new KataException(
                    "%s cannot be read: get it back, for example with git.".formatted(name),
                    failure);
        }
    }
}
