package kata.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class StagesYamlTest {

    private static final String THREE_STAGES =
            """
            chapters:
              - folder: part1
                title: Beginnings
                stages:
                  - name: 1-list
                    title: A list
                    learned: keep things in order
                    tasks: [Add, Remove]
              - folder: part2
                title: Endings
                stages:
                  - name: 1-cache
                    title: A cache
                    learned: find things again
                    changes: [todo/Cache.java]
                    tasks: [Find]
                  - name: 2-database
                    title: A database
            """;

    @TempDir Path root;

    @Test
    void chapters_stages_and_tasks_come_in_the_order_of_the_file() throws IOException {
        Kata kata = read(THREE_STAGES);

        assertThat(kata.chapters())
                .extracting(Chapter::title)
                .containsExactly("Beginnings", "Endings");
        assertThat(kata.allStages())
                .extracting(Stage::path)
                .containsExactly("part1/1-list", "part2/1-cache", "part2/2-database");
        assertThat(kata.stage("part1/1-list").tasks())
                .containsExactly(new Task(1, "Add"), new Task(2, "Remove"));
        assertThat(kata.stage("part2/1-cache").changes()).containsExactly("todo/Cache.java");
    }

    @Test
    void a_detour_is_walked_before_the_stage_that_it_names_and_continues_what_it_did()
            throws IOException {
        Kata kata =
                read(
                        THREE_STAGES.replace(
                                "tasks: [Find]", "before: part1/1-list\n        tasks: [Find]"));

        assertThat(kata.allStages())
                .extracting(Stage::path)
                .containsExactly("part2/1-cache", "part1/1-list", "part2/2-database");
        assertThat(kata.chapters().getLast().stages())
                .extracting(Stage::path)
                .containsExactly("part2/1-cache", "part2/2-database");
        assertThat(kata.stage("part2/1-cache").previous()).contains(kata.stage("part1/1-list"));
    }

    @Test
    void a_detour_before_no_stage_is_refused() {
        refuses(
                THREE_STAGES.replace("tasks: [Find]", "before: part1/7-map\n        tasks: [Find]"),
                "stages.yaml: stage 'part2/1-cache' is to come before 'part1/7-map', which is no"
                        + " stage of the way; name one.");
    }

    @Test
    void a_stage_without_tasks_is_still_to_come() throws IOException {
        assertThat(read(THREE_STAGES).stages())
                .extracting(Stage::path)
                .containsExactly("part1/1-list", "part2/1-cache");
    }

    @Test
    void a_stage_continues_the_one_before_it_across_chapters() throws IOException {
        Kata kata = read(THREE_STAGES);

        assertThat(kata.stage("part2/1-cache").previous()).contains(kata.stage("part1/1-list"));
        assertThat(kata.stage("part1/1-list").previous()).isEmpty();
    }

    @Test
    void a_fresh_stage_continues_none() throws IOException {
        Kata kata = read(THREE_STAGES.replace("changes: [todo/Cache.java]", "fresh: true"));

        assertThat(kata.stage("part2/1-cache").previous()).isEmpty();
    }

    @Test
    void a_transfer_stage_continues_none_and_the_one_behind_it_continues_the_one_before()
            throws IOException {
        Kata kata =
                read(
                        THREE_STAGES.replace(
                                "  - folder: part2",
                                """
                                      - name: 2-design
                                        title: A design
                                        learned: design
                                        transfer: true
                                        tasks: [Design it]
                                  - folder: part2
                                """
                                        .stripTrailing()));

        assertThat(kata.stage("part1/2-design").isTransfer()).isTrue();
        assertThat(kata.stage("part1/2-design").previous()).isEmpty();
        assertThat(kata.stage("part2/1-cache").previous()).contains(kata.stage("part1/1-list"));
    }

    @Test
    void a_stage_behind_one_still_to_come_continues_none() throws IOException {
        Kata kata = read(THREE_STAGES.replace("        tasks: [Add, Remove]\n", ""));

        assertThat(kata.stage("part2/1-cache").previous()).isEmpty();
    }

    @Test
    void the_kata_is_found_from_a_folder_below_its_root() throws IOException {
        read(THREE_STAGES);
        Path below = Files.createDirectories(root.resolve("part1/1-list"));

        assertThat(StagesYaml.find(below).root()).isEqualTo(root);
    }

    @Test
    void outside_a_kata_the_message_says_where_to_go() {
        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> StagesYaml.find(root))
                .withMessageContaining(root.toString())
                .withMessageContaining("holds stages.yaml: run this inside the kata's folder");
    }

    @Test
    void bad_yaml_is_refused_with_its_line() {
        refuses("chapters:\n  - folder: part1\n    title: x: y\n", "stages.yaml, line 3: ");
    }

    @Test
    void a_value_of_the_wrong_form_is_refused_with_its_line() {
        refuses(
                THREE_STAGES.replace("title: A cache", "title: [A, cache]"),
                "stages.yaml, line 13: Cannot deserialize value of type `java.lang.String`");
    }

    @Test
    void an_unknown_key_is_refused_by_its_name() {
        refuses(
                THREE_STAGES.replace("tasks: [Find]", "taks: [Find]"),
                "stages.yaml: Unrecognized property \"taks\"");
    }

    @Test
    void a_key_given_twice_is_refused() {
        refuses(THREE_STAGES.replace("tasks: [Find]", "title: Again"), "line 16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a comment\n", "null\n"})
    void a_file_with_nothing_in_it_is_refused(String yaml) {
        refuses(yaml, "stages.yaml");
    }

    @Test
    void a_file_without_chapters_is_refused() {
        refuses("chapters: []\n", "stages.yaml has no stage with tasks; add one.");
    }

    @Test
    void a_file_without_a_stage_that_has_tasks_is_refused() {
        String problem = "stages.yaml has no stage with tasks; add one.";
        refuses("chapters:\n  - folder: part1\n    title: Beginnings\n", problem);
        refuses(THREE_STAGES.replaceAll(" +tasks: .*\n", ""), problem);
    }

    @Test
    void a_dash_with_nothing_behind_it_is_refused() {
        refuses("chapters:\n  -\n", "stages.yaml, line 2: Invalid `null` value");
        refuses(THREE_STAGES + "      -\n", "Invalid `null` value");
        refuses(THREE_STAGES.replace("[todo/Cache.java]", "\n          -"), "Invalid `null` value");
    }

    @Test
    void a_stage_without_a_name_is_refused() {
        refuses(
                THREE_STAGES.replace("name: 1-cache", "name:"),
                "stages.yaml: a stage of chapter 'part2' has no name; add it.");
    }

    @Test
    void a_stage_without_a_title_is_refused() {
        refuses(
                THREE_STAGES.replace("        title: A database\n", ""),
                "stages.yaml: stage 'part2/2-database' has no title; add it.");
    }

    @Test
    void a_stage_that_has_tasks_and_does_not_say_what_is_learned_is_refused() {
        refuses(
                THREE_STAGES.replace("        learned: find things again\n", ""),
                "stages.yaml: stage 'part2/1-cache' has tasks but no 'learned'; add it.");
    }

    @Test
    void two_stages_of_one_path_are_refused() {
        refuses(
                THREE_STAGES.replace("2-database", "1-cache"),
                "stages.yaml: there are two stages 'part2/1-cache'; rename one of them.");
    }

    private void refuses(String yaml, String message) {
        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> read(yaml))
                .withMessageContaining(message);
    }

    private Kata read(String yaml) throws IOException {
        Files.writeString(root.resolve(StagesYaml.NAME), yaml);
        return StagesYaml.read(root);
    }
}
