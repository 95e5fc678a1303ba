package kata.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import kata.Fixture;
import kata.stage.Kata;
import kata.stage.KataException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class GlossaryTermTest {

    private static final String ROW =
            "| **Link**, **Exit signal**: ends another, café | `link` | `link()` | part1/2 |\n";

    @TempDir private Path folder;

    private Kata kata;

    @BeforeEach
    void write_a_kata() {
        kata = Fixture.kata(folder);
    }

    @Test
    void a_row_explains_each_of_its_terms() throws IOException {
        Files.writeString(glossary(), "# Glossary\n\n" + ROW);

        assertThat(GlossaryTerm.all(kata))
                .extracting(GlossaryTerm::words, GlossaryTerm::meaning)
                .containsExactly(
                        tuple("Link", "ends another, café"),
                        tuple("Exit signal", "ends another, café"));
    }

    @Test
    void a_kata_without_a_glossary_has_no_terms() throws IOException {
        Files.deleteIfExists(glossary());

        assertThat(GlossaryTerm.all(kata)).isEmpty();
    }

    @Test
    void a_glossary_that_is_no_text_is_named() throws IOException {
        Files.write(glossary(), ROW.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> GlossaryTerm.all(kata))
                .isInstanceOf(KataException.class)
                .hasMessageContainingAll("GLOSSARY.md", "it is not UTF-8 text");
    }

    private Path glossary() {
        return kata.root().resolve("GLOSSARY.md");
    }
}
