package kata.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kata.Fixture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class KnownFailureTest {

    private static final String SHOWN_AS = "solutions/part1/1-numbers/src/wrong/failures.yaml";

    @TempDir Path root;
    private Stage stage;

    @BeforeEach
    void copy_the_fixture() {
        stage = Fixture.stage(root);
    }

    @Test
    void a_message_that_is_always_the_same_fits_as_a_whole() {
        KnownFailure known = known("expected: 3 but was: 2");

        assertThat(known.fits("expected: 3 but was: 2")).isTrue();
        assertThat(known.fits("expected: 3 but was: 21")).isFalse();
    }

    @Test
    void of_messages_that_differ_the_words_before_fit() {
        KnownFailure known = known("expected: 3 but was: ...");

        assertThat(known.fits("expected: 3 but was: 1")).isTrue();
        assertThat(known.fits("expected: 4 but was: 1")).isFalse();
    }

    @Test
    void where_nothing_is_known_anything_fits() {
        assertThat(known("").fits("anything")).isTrue();
    }

    @Test
    void each_wrong_solution_has_the_tests_that_fail_on_it() {
        assertThat(KnownFailure.readAll(stage))
                .containsOnlyKeys(
                        "forgets-the-first",
                        "largest-of-none-is-zero",
                        "numbers-know-their-printer")
                .containsEntry(
                        "forgets-the-first",
                        List.of(
                                new KnownFailure(
                                        "NumbersTest.the_sum_is_what_the_numbers_come_to",
                                        "expected: 3 but was: 2",
                                        false)));
    }

    @Test
    void without_the_file_nothing_is_known() throws IOException {
        Files.delete(KnownFailure.fileOf(stage));

        assertThat(KnownFailure.readAll(stage)).isEmpty();
    }

    @Test
    void what_is_left_out_is_empty() throws IOException {
        Files.writeString(
                KnownFailure.fileOf(stage),
                "failures:\n  one:\n    - {\"test\":\"OneTest.one\"}\n");

        assertThat(KnownFailure.readAll(stage))
                .isEqualTo(Map.of("one", List.of(new KnownFailure("OneTest.one", "", false))));
    }

    @Test
    void what_is_left_empty_is_nothing() throws IOException {
        Files.writeString(KnownFailure.fileOf(stage), "failures:\n");
        assertThat(KnownFailure.readAll(stage)).isEmpty();

        Files.writeString(KnownFailure.fileOf(stage), "failures:\n  one: []\n");
        assertThat(KnownFailure.readAll(stage)).isEqualTo(Map.of("one", List.of()));
    }

    @Test
    void what_is_no_yaml_is_told_with_its_line() throws IOException {
        refuses("failures:\n  one: [{test: OneTest.one}\n  two: []\n", ", line 2: ");
    }

    @Test
    void what_has_another_form_is_told_with_its_place() throws IOException {
        refuses("failures: OneTest.one\n", ", line 1: Cannot deserialize value");
    }

    @Test
    void an_unknown_key_is_named() throws IOException {
        refuses("failure:\n  one: [{test: OneTest.one}]\n", ": Unrecognized property \"failure\"");
    }

    private void refuses(String text, String problem) throws IOException {
        Files.writeString(KnownFailure.fileOf(stage), text);

        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> KnownFailure.readAll(stage))
                .withMessageStartingWith(SHOWN_AS + problem);
    }

    private static KnownFailure known(String says) {
        return new KnownFailure("NumbersTest.sum", says, false);
    }
}
