package gates.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gates.SelectedStages;

import kata.stage.Kata;
import kata.stage.Stage;
import kata.stage.StagesYaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What is derived is never edited by hand: to derive it anew changes nothing. */
class DeriveTest {

    private static final Kata KATA = StagesYaml.read(Path.of(System.getProperty("kata.root")));
    private static final String SELECTED = System.getProperty("stages", "");

    @ParameterizedTest
    @MethodSource("stages")
    void the_starter_is_what_the_solution_yields(Stage stage) {
        assertUpToDate(DerivedFiles.ofStage(stage));
    }

    @Test
    void modules_and_pages_follow_the_stages() {
        assumeTrue(SELECTED.isBlank(), "some stages are selected");
        assertUpToDate(DerivedFiles.ofKata(KATA));
    }

    static List<Stage> stages() {
        return SelectedStages.of(KATA, SELECTED);
    }

    private static void assertUpToDate(List<DerivedFile> files) {
        String differences =
                files.stream()
                        .flatMap(file -> file.difference().map(found -> told(file, found)).stream())
                        .collect(Collectors.joining());
        assertThat(differences)
                .withFailMessage(
                        "%s%nThese files are derived: change what they are derived from, then run"
                                + " `./mvnw -q compile -f solutions -pl gates -Pderive`.",
                        differences)
                .isEmpty();
    }

    private static String told(DerivedFile file, String difference) {
        return "%n%s%n%s%n".formatted(KATA.root().relativize(file.path()), difference);
    }
}
