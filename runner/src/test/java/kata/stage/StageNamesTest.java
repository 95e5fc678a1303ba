package kata.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StageNamesTest {

    private final Kata kata =
            new Kata(
                    Path.of("kata"),
                    List.of(
                            new Chapter(
                                    "part2",
                                    "",
                                    List.of(
                                            stage("part2/1-cache", true),
                                            stage("part2/2-persistence", true),
                                            stage("part2/7-registry", false))),
                            new Chapter(
                                    "lecture5", "", List.of(stage("lecture5/2-registry", true)))),
                    Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "part2/1-cache",
                "part2/1",
                "part2/1-cache/",
                "./part2/1-cache",
                "part2\\1-cache\\",
                "part2/1-cache/src/main/java/todo/cache/TodoCache.java",
                "part2\\1-cache\\README.md",
                "1-cache",
                "cache"
            })
    void a_stage_answers_to_its_path_and_to_its_name(String typed) {
        assertThat(kata.stage(typed).path()).isEqualTo("part2/1-cache");
    }

    @Test
    void a_mistyped_stage_is_answered_with_near_matches() {
        refuses("part2/cahce", "There is no stage 'part2/cahce'. Did you mean part2/1-cache");
        refuses(
                "persistance",
                "There is no stage 'persistance'. Did you mean part2/2-persistence?");
    }

    @Test
    @Timeout(60)
    void a_name_of_any_length_is_answered() {
        String pasted = "a".repeat(100_000);
        refuses(pasted, "There is no stage '%s'. `./kata list` shows".formatted(pasted));
    }

    @Test
    void what_resembles_no_stage_is_answered_with_the_list() {
        refuses("xyz", "There is no stage 'xyz'. `./kata list` shows them all.");
        refuses("", "There is no stage ''. `./kata list` shows them all.");
    }

    @Test
    void a_name_that_several_stages_have_asks_for_the_path() {
        refuses(
                "registry",
                "'registry' is the name of several stages: part2/7-registry, lecture5/2-registry.");
    }

    @Test
    void a_stage_still_to_come_says_so() {
        refuses("part2/7-registry", "Stage part2/7-registry (its title) is still to come.");
    }

    private void refuses(String typed, String message) {
        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> kata.stage(typed))
                .withMessageStartingWith(message);
    }

    private static Stage stage(String path, boolean exists) {
        List<Task> tasks = exists ? List.of(new Task(1, "Do it")) : List.of();
        return new Stage(
                Path.of("kata"), path, "its title", "", List.of(), tasks, Optional.empty(), false);
    }
}
