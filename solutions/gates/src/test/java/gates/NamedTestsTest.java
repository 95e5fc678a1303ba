package gates;

import static org.assertj.core.api.Assertions.assertThat;

import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.Stage;
import kata.test.TestResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class NamedTestsTest {

    @TempDir private Path root;

    @Test
    void only_the_tests_run_that_are_named() {
        Stage stage = Fixture.stage(root, "many-outcomes");
        List<String> names = List.of("NumbersTest.Inside.a_class", "NumbersTest.is_unknown");

        assertThat(NamedTests.run(compiled(stage), names).results())
                .extracting(TestResult::name)
                .containsExactly("NumbersTest.Inside.a_class");
    }

    @Test
    void a_run_of_names_that_no_test_has_shows_nothing() {
        Stage stage = Fixture.stage(root);

        assertThat(NamedTests.run(compiled(stage), List.of("NumbersTest.is_unknown")).results())
                .isEmpty();
    }

    private static Compilation compiled(Stage stage) {
        return Compilation.of(StageCode.learner(stage));
    }
}
