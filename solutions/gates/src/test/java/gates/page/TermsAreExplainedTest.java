package gates.page;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Finding;
import gates.Fixture;

import kata.stage.Kata;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TermsAreExplainedTest {

    private static final String FIRST = "part1/1-numbers";
    private static final String SECOND = "part1/2-average";

    @TempDir private Path folder;

    private Kata kata;

    @BeforeEach
    void write_a_glossary() throws IOException {
        kata = Fixture.kata(folder);
        Files.writeString(
                folder.resolve("GLOSSARY.md"),
                """
                | term | Elixir | explained in |
                |---|---|---|
                | **Fold**, **catamorphism**: one value of many | `Enum.reduce` | [1](part1/1-numbers/README.md) |
                | **Mean**: the sum by the count | - | [2](part1/2-average/README.md#the-idea) |
                | **Monad** | - | - |
                | **Link** | - | - |
                """);
    }

    @Test
    void the_stage_that_the_glossary_names_has_its_terms_in_bold() throws IOException {
        assertThat(inspect(FIRST, "A **fold** is a **catamorphism**.")).isEmpty();
        assertThat(inspect(FIRST, "**A fold** is a catamorphism."))
                .singleElement()
                .extracting(Finding::problem)
                .isEqualTo("The glossary says that `catamorphism` is explained here.");
    }

    @Test
    void before_it_is_explained_the_first_use_of_a_term_is_a_link() throws IOException {
        String explained = "A **fold**, a **catamorphism**. ";
        assertThat(inspect(FIRST, explained + "[Means](../../GLOSSARY.md). The mean.")).isEmpty();
        assertThat(inspect(FIRST, explained + "The mean. [Means](../../GLOSSARY.md)."))
                .singleElement()
                .extracting(Finding::problem)
                .asString()
                .startsWith("`Mean` is used here before it is explained: ");
    }

    @Test
    void a_term_that_no_lesson_explains_is_always_a_link() throws IOException {
        assertThat(inspect(SECOND, "The **mean** is no [monad](../../GLOSSARY.md).")).isEmpty();
        assertThat(inspect(SECOND, "The **mean** is no monad.")).hasSize(1);
    }

    @Test
    void a_term_that_was_explained_before_needs_nothing() throws IOException {
        assertThat(inspect(SECOND, "The **mean** is a fold, and no meaning.")).isEmpty();
    }

    @Test
    void everyday_words_are_left_to_readers() throws IOException {
        assertThat(inspect(SECOND, "The **mean** is a link.")).isEmpty();
    }

    private List<Finding> inspect(String stage, String idea) throws IOException {
        Files.createDirectories(kata.stage(stage).folder());
        Files.writeString(kata.stage(stage).lesson(), "# Numbers\n## The idea\n" + idea);
        return new TermsAreExplained().inspect(kata.stage(stage));
    }
}
