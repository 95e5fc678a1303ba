package kata.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalHintTest {

    private static final String HINT =
            """
            You may not change this list, but you may make another. What are the two parts of a `TodoList`, and
            what is each of them after?

            Then:

            ```java
            return all;

            // done
            ```

            It needs an import.\
            """;

    @Test
    void a_paragraph_is_one_line_and_code_keeps_its_lines() {
        assertThat(TerminalHint.paragraphs(HINT))
                .containsExactly(
                        "You may not change this list, but you may make another. What are the two"
                                + " parts of a `TodoList`, and what is each of them after?",
                        "",
                        "Then:",
                        "",
                        "    return all;",
                        "",
                        "    // done",
                        "",
                        "It needs an import.");
    }

    @Test
    void prose_is_broken_between_words_for_a_terminal_of_80_columns() {
        assertThat(TerminalHint.lines(HINT))
                .startsWith(
                        "You may not change this list, but you may make another. What are the two"
                                + " parts",
                        "of a `TodoList`, and what is each of them after?")
                .contains("    return all;")
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void a_word_that_is_wider_than_that_is_left_whole() {
        String address = "https://example.org/" + "x".repeat(90);

        assertThat(TerminalHint.lines("See %s for more.".formatted(address)))
                .containsExactly("See", address, "for more.");
    }
}
