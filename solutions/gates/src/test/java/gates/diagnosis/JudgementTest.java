package gates.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Fixture;
import gates.diagnosis.Judgement.Naming;

import kata.stage.Stage;
import kata.stage.WrongSolution;
import kata.verdict.Diagnosis;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

class JudgementTest {

    @TempDir private Path folder;

    private Stage stage;
    private WrongSolution first;
    private WrongSolution second;
    private WrongSolution third;

    @BeforeEach
    void read_three_mistakes() {
        stage = Fixture.stage(folder);
        List<WrongSolution> all = WrongSolution.readAll(stage);
        first = all.get(0);
        second = all.get(1);
        third = all.get(2);
    }

    @Test
    void a_mistake_is_named_rightly_if_nothing_else_is() {
        assertThat(naming(Set.of(first), oneOf(first))).isEqualTo(Naming.RIGHT);
        assertThat(naming(Set.of(first), oneOf(first, second))).isEqualTo(Naming.PARTLY);
        assertThat(naming(Set.of(first), oneOf(second))).isEqualTo(Naming.WRONG);
        assertThat(naming(Set.of(first), oneOf())).isEqualTo(Naming.SILENT);
        assertThat(naming(Set.of(first), both(first, second))).isEqualTo(Naming.WRONG);
    }

    @Test
    void two_mistakes_are_named_rightly_if_both_are() {
        assertThat(naming(Set.of(first, second), both(second, first))).isEqualTo(Naming.RIGHT);
        assertThat(naming(Set.of(first, second), oneOf(first))).isEqualTo(Naming.PARTLY);
        assertThat(naming(Set.of(first, second), both(first, third))).isEqualTo(Naming.WRONG);
        assertThat(naming(Set.of(first, second), oneOf(third))).isEqualTo(Naming.WRONG);
        assertThat(naming(Set.of(first, second), oneOf())).isEqualTo(Naming.SILENT);
    }

    @Test
    void it_tells_what_was_named_in_its_place() {
        assertThat(Judgement.of(stage, Set.of(first), oneOf(second)))
                .hasToString(
                        "part1/1-numbers: forgets-the-first is called largest-of-none-is-zero");
    }

    private Naming naming(Set<WrongSolution> mistakes, Diagnosis diagnosis) {
        return Judgement.of(stage, mistakes, diagnosis).naming();
    }

    private static Diagnosis oneOf(WrongSolution... named) {
        return new Diagnosis(List.of(named), false);
    }

    private static Diagnosis both(WrongSolution... named) {
        return new Diagnosis(List.of(named), true);
    }
}
