package kata.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {

    @Test
    void what_is_cut_ends_with_a_whole_character() {
        String crabs = "🦀".repeat(10);

        assertThat(PrintableText.beginning(crabs, 5)).isEqualTo("🦀🦀");
        assertThat(PrintableText.beginning(crabs, 4)).isEqualTo("🦀🦀");
        assertThat(PrintableText.beginning(crabs, 1)).isEmpty();
        assertThat(PrintableText.beginning(crabs, 0)).isEmpty();
        assertThat(PrintableText.beginning(crabs, 20)).isEqualTo(crabs);
        assertThat(PrintableText.shortened(crabs, 8)).isEqualTo("🦀🦀...");
        assertThat(PrintableText.shortened(crabs, 20)).isEqualTo(crabs);
    }

    @Test
    void what_would_steer_the_terminal_is_seen() {
        assertThat(PrintableText.of("\u001b[2Jgone\u0007\u0000\rback\u009b\u007f"))
                .isEqualTo("␛[2Jgone␇␀␍back\uFFFD\uFFFD");
        assertThat(PrintableText.of("evil\u202Etxt.exe")).isEqualTo("evil\uFFFDtxt.exe");
    }

    @Test
    void half_of_a_character_is_no_character() {
        assertThat(PrintableText.of("\uD83D, \uDE00, \uD83D\uDE00, ü"))
                .isEqualTo("\uFFFD, \uFFFD, \uD83D\uDE00, ü");
    }

    @Test
    void tabs_and_line_ends_stay() {
        assertThat(PrintableText.of("one\ttwo\r\nthree\n")).isEqualTo("one\ttwo\nthree\n");
    }
}
