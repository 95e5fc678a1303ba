package kata.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineWrappingTest {

    @Test
    void a_line_that_fits_is_left_alone() {
        assertThat(new LineWrapping(10).rows("  ten long", 100)).containsExactly("  ten long");
        assertThat(new LineWrapping(10).rows("", 100)).containsExactly("");
    }

    @Test
    void a_line_is_broken_between_words_and_stays_indented() {
        assertThat(new LineWrapping(12).rows("  one two three four", 100))
                .containsExactly("  one two", "  three four");
    }

    @Test
    void what_follows_a_mark_stays_beside_it() {
        assertThat(new LineWrapping(14).rows("  x  one two three four", 100))
                .containsExactly("  x  one two", "     three", "     four");
        assertThat(new LineWrapping(16).rows("n next stage   ? all keys", 100))
                .containsExactly("n next stage", "? all keys");
    }

    @Test
    void what_stands_apart_is_not_torn() {
        assertThat(new LineWrapping(20).rows("n next stage   ? all keys   q quit", 100))
                .containsExactly("n next stage", "? all keys   q quit");
    }

    @Test
    void a_word_that_is_longer_than_a_row_is_broken_where_the_row_ends() {
        assertThat(new LineWrapping(8).rows("numbers/Numbers.java:17", 100))
                .containsExactly("numbers/", "Numbers.", "java:17");
    }

    @Test
    void a_deep_indent_leaves_room_for_words() {
        assertThat(new LineWrapping(8).rows("      deep down", 100))
                .containsExactly("", "deep", "down");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 20, 80})
    void no_row_is_wider_than_the_terminal_whatever_it_holds(int columns) {
        String line = "\t日本語の長い文 🦀👩‍👩‍👧\tand words, e\u0301tude";

        assertThat(new LineWrapping(columns).rows(line, 100))
                .allSatisfy(row ->
                        assertThat(new AttributedString(row).columnLength())
                                .isLessThanOrEqualTo(columns));
    }

    @Test
    @Timeout(10)
    void a_line_of_a_megabyte_takes_no_time() {
        assertThat(new LineWrapping(80).rows("x".repeat(1_000_000), 48)).hasSize(48);
        assertThat(new LineWrapping(80).rows("word ".repeat(200_000), 48)).hasSize(48);
    }

    @Test
    void a_colour_stays_with_its_words() {
        assertThat(new LineWrapping(12).rows("\u001b[31mone two three four\u001b[0m", 9))
                .containsExactly("\u001b[31mone two\u001b[0m", "\u001b[31mthree four\u001b[0m");
    }
}
