package kata.files;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import kata.stage.SourceFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;

class SourceDiffTest {

    private static final int MANY = 500_000;

    @Test
    void a_changed_line_stands_among_those_around_it() {
        assertThat(between("a\nb\nc\n", "a\nB\nc\n"))
                .containsExactly(
                        "--- before/Todo.java",
                        "+++ after/Todo.java",
                        "@@ -1,3 +1,3 @@",
                        " a",
                        "-b",
                        "+B",
                        " c");
    }

    @Test
    void files_that_say_the_same_do_not_differ() {
        String many = "x\n".repeat(MANY);

        assertThat(between("a\n", "a\n")).isEmpty();
        assertThat(between(many, many)).isEmpty();
    }

    @Test
    @Timeout(value = 60, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_file_of_very_many_lines_is_replaced_as_a_whole() {
        assertThat(between("a\nb\n", "x\n".repeat(MANY) + "a\nb\n"))
                .hasSize(2 + 1 + 2 + MANY + 2)
                .startsWith("--- before/Todo.java", "+++ after/Todo.java")
                .contains("-a", "+a");
    }

    private static List<String> between(String before, String after) {
        return SourceDiff.between(List.of(file("before", before)), List.of(file("after", after)));
    }

    private static SourceFile file(String folder, String text) {
        return new SourceFile(folder + "/Todo.java", "Todo.java", text);
    }
}
