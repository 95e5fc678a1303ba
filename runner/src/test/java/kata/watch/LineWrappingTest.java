package kata.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineWrappingTest {

    @Test
    void a_line_that_fits_is_left_alone() {
        assertThat(new LineWrapping(10).rows("  ten long")).containsExactly("  ten long");
        assertThat(new LineWrapping(10).rows("")).containsExactly("");
    }

    @Test
    void a_line_is_broken_between_words_and_stays_indented() {
        assertThat(new LineWrapping(12).rows("  one two three four"))
                .containsExactly("  one two", "  three four");
    }

    @Test
    void what_stands_apart_is_not_torn() {
        assertThat(new LineWrapping(20).rows("n next stage   ? all keys   q quit"))
                .containsExactly("n next stage", "? all keys   q quit");
    }

    @Test
    void a_word_that_is_longer_than_a_row_is_broken_where_the_row_ends() {
        assertThat(new LineWrapping(8).rows("numbers/Numbers.java:17"))
                .containsExactly("numbers/", "Numbers.", "java:17");
    }

    @Test
    void a_deep_indent_leaves_room_for_words() {
        assertThat(new LineWrapping(8).rows("      deep down")).containsExactly("", "deep", "down");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 20, 80})
    void no_row_is_wider_than_the_terminal_whatever_it_holds(int columns) {
        String line = "\t日本語の長い文 🦀👩‍👩‍👧\tand words, e\u0301tude";

        assertThat(new LineWrapping(columns).rows(line))
                .allSatisfy(row ->
                        assertThat(new AttributedString(row).columnLength())
                                .isLessThanOrEqualTo(columns));
    }
}
