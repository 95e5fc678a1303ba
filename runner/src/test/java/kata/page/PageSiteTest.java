package kata.page;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.Patience;
import kata.compile.StageCode;
import kata.stage.Stage;
import kata.worker.Verdict;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** What a page reads, and what it is told when something was saved. */
class PageSiteTest extends PageInTest {

    @AfterEach
    void put_the_starter_back() {
        copyKata();
        pages.leaveTo(Optional::empty);
    }

    @Test
    void the_lesson_comes_with_its_exchanges_and_lets_no_other_markup_through() {
        try (PageClient page = open("part1/1-numbers")) {
            JsonNode lesson = page.get("lesson", Map.of());
            assertThat(lesson.get("exchanges").get(0).get("printed").asString())
                    .isEqualTo("two ==> Numbers[all=[1, 2]]");
            assertThat(lesson.get("html").asString())
                    .contains("data-first=\"0\"", "data-last=\"1\"")
                    .contains("data-stage=\"part1/2-average\"", "data-at=\"the-idea\"")
                    .contains("data-file=\"part1/1-numbers/src/main/java/numbers/Numbers.java\"")
                    .contains("&lt;b&gt;say&lt;/b&gt;");
            assertThat(lesson.get("next").get("stage").asString()).isEqualTo("part1/2-average");
        }
    }

    @Test
    void a_save_is_tested_and_what_fails_is_said_task_by_task() {
        try (PageClient page = open("part1/1-numbers")) {
            page.waitUntil(now -> now.tests().path("summary").asString("").startsWith("2 of 5"));
            assertThat(states(page)).containsExactly("open", "open");
            Fixture.replace(
                    kata.stage("part1/1-numbers").starterSources().resolve("numbers/Numbers.java"),
                    "throw new UnsupportedOperationException(\"TODO 1: return the sum of the"
                            + " numbers.\");",
                    "return all.size();");
            page.waitUntil(now -> now.tests().path("summary").asString("").startsWith("3 of 5"));
            assertThat(states(page)).containsExactly("failing", "open");
            JsonNode failed = page.tests().get("tasks").get(0).get("failed").get(0);
            assertThat(failed.get("sentence").asString())
                    .isEqualTo("the sum is what the numbers come to");
            assertThat(failed.get("lines").toString()).contains("xpect");
        }
    }

    @Test
    void a_stage_that_is_solved_stands_so_on_the_map_and_shows_how_it_differs() {
        try (PageClient page = open("part1/1-numbers");
                PageClient other = open("part1/2-average")) {
            assertThat(page.get("diff", Map.of()).get("error").asString()).contains("not solved");
            Fixture.copy("solved", folder);
            page.waitUntil(now -> now.tests().path("isSolved").asBoolean());
            assertThat(other.get("map", Map.of()).get("solved").asInt()).isEqualTo(1);
            assertThat(page.get("diff", Map.of()).has("lines")).isTrue();
            assertThat(page.get("solution", Map.of()).get("solutions").size()).isEqualTo(2);
        }
    }

    @Test
    void the_stage_that_the_watch_is_at_is_tested_by_the_watch_alone() {
        Stage stage = kata.stage("part1/1-numbers");
        pages.leaveTo(() -> Optional.of(stage));
        try (PageClient page = open("part1/1-numbers")) {
            var verdict = new Verdict.ProgramEnded(Optional.empty(), 3);
            pages.tested(StageCode.learner(stage), verdict);
            page.waitUntil(now -> now.tests().path("text").asString("").contains("exit code 3"));
        }
    }

    @Test
    void what_the_watch_does_not_test_after_all_the_page_tests() {
        Stage stage = kata.stage("part1/1-numbers");
        pages.leaveTo(() -> Optional.of(stage));
        try (PageClient page = open("part1/1-numbers")) {
            pages.tested(StageCode.learner(stage), new Verdict.ProgramEnded(Optional.empty(), 3));
            page.waitUntil(now -> now.tests().path("text").asString("").contains("exit code 3"));

            pages.untested(stage);

            page.waitUntil(now -> now.tests().path("summary").asString("").startsWith("2 of 5"));
        }
    }

    @Test
    void the_puzzle_is_checked_and_what_is_no_order_of_it_is_refused() {
        try (PageClient page = open("part1/1-numbers")) {
            JsonNode puzzle = page.get("puzzle", Map.of("seed", "7"));
            String seed = puzzle.get("seed").asString();
            assertThat(puzzle.get("parts").size()).isEqualTo(2);
            JsonNode empty = page.post("arrange", Map.of("seed", seed, "order", ";"));
            assertThat(empty.get("isSolved").asBoolean()).isFalse();
            assertThat(empty.get("tasks").get(0).get("said").asString()).isEqualTo("not begun");
            for (String order : List.of("", "99;", "x;", ";;", "-1;0")) {
                assertThat(page.post("arrange", Map.of("seed", seed, "order", order)).has("error"))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrange", "leave"})
    void a_check_of_the_puzzle_ends_when_another_begins_or_the_window_is_closed(String order)
            throws IOException {
        Stage stage = kata.stage("part1/1-numbers");
        // The page is to leave the worker to the puzzle.
        pages.leaveTo(() -> Optional.of(stage));
        Path begun = folder.resolve("begun");
        Fixture.replace(
                stage.testSources().resolve("numbers/NumbersTest.java"),
                "assertThat(new Numbers(List.of()).sum()).isZero();",
                """
                try {
                    java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
                    new java.util.concurrent.CountDownLatch(1).await();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                """
                        .formatted(begun));
        try (PageClient page = open("part1/1-numbers")) {
            JsonNode puzzle = page.get("puzzle", Map.of("seed", "7"));
            Map<String, String> mistaken = new HashMap<>();
            mistaken.put("seed", puzzle.get("seed").asString());
            mistaken.put(
                    "order",
                    piece(puzzle, 0, "skip(1)") + ";" + piece(puzzle, 1, "naturalOrder()"));
            var check = CompletableFuture.supplyAsync(() -> page.post("arrange", mistaken));
            Awaitility.await().atMost(Patience.LIMIT).until(() -> Files.exists(begun));

            page.post(order, Map.of("seed", mistaken.get("seed"), "order", ";"));

            assertThat(check)
                    .succeedsWithin(Patience.LIMIT)
                    .matches(answer -> answer.path("isStopped").asBoolean(false));
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    /** Returns the number of the first piece of a part that holds a text. */
    private static int piece(JsonNode puzzle, int part, String text) {
        JsonNode pieces = puzzle.get("parts").get(part).get("pieces");
        return IntStream.range(0, pieces.size())
                .filter(index -> pieces.get(index).asString().contains(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hints_come_one_at_a_time_and_are_remembered() {
        try (PageClient page = open("part1/1-numbers")) {
            assertThat(page.get("hints", Map.of()).get("tasks").get(0).get("seen").size()).isZero();
            JsonNode first = page.post("hint", Map.of("task", "1"));
            assertThat(first.get("seen").size()).isEqualTo(1);
            assertThat(first.get("all").asInt()).isEqualTo(3);
            JsonNode pressedTwice = page.post("hint", Map.of("task", "1", "hint", "1"));
            assertThat(pressedTwice.get("seen").size()).isEqualTo(1);
            assertThat(page.get("hints", Map.of()).get("tasks").get(0).get("seen").size())
                    .isEqualTo(1);
        }
    }

    @Test
    void words_are_found_in_all_lessons() {
        try (PageClient page = open("part1/1-numbers")) {
            JsonNode found = page.get("search", Map.of("q", "IDEA add")).get("found");
            assertThat(found.get(0).get("heading").asString()).isEqualTo("The idea");
            assertThat(page.get("search", Map.of("q", "nowhere")).get("found").size()).isZero();
        }
    }

    private static List<String> states(PageClient page) {
        return page.tests().get("tasks").values().stream()
                .map(task -> task.get("state").asString())
                .toList();
    }
}
