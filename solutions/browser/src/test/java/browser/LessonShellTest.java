package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever the code does to its shell, the page says what is, and goes on. What the shell itself
 * makes of more kinds of code, the tests of the runner show.
 */
class LessonShellTest extends OnLessons {

    private static final String STAGE = "part1/2-server-process";

    private LessonPage lesson;

    @BeforeEach
    void begin() {
        lesson = open(STAGE);
        lesson.type("int x = 5");
        awaitLast("x ==> 5");
    }

    private void awaitLast(String words) {
        lesson.page().waitUntilAsserted(() -> assertThat(lesson.lastOwn()).contains(words));
    }

    /** The shell hears, and its processes are seen. */
    private void assertGoesOn() {
        lesson.page().waitUntil(() -> lesson.shell().equals("Ready"));
        lesson.type("Agent.start(() -> 1, new Name<Agent.Message<Integer>>(\"clerk\"))");
        lesson.page().waitUntil(() -> lesson.observed().contains(":clerk"));
        assertThat(lesson.status()).isEqualTo("Live");
    }

    @Test
    void an_endless_loop_is_stopped_and_all_else_is_still_there() {
        lesson.type("while (true) {}");
        lesson.page().press("Stop");
        awaitLast("still there");
        lesson.type("x");
        awaitLast("x ==> 5");
        assertGoesOn();
    }

    @Test
    void what_does_not_let_itself_be_stopped_is_stopped_by_force() {
        lesson.type("while (true) try { while (true) {} } catch (Throwable ignored) {}");
        lesson.page().press("Stop");
        lesson.page().press("Stop by force");
        awaitLast("A new one has begun");
        assertGoesOn();
    }

    @Test
    void processes_that_will_not_die_end_with_their_shell() {
        lesson.type("for (int i = 0; i < 8; i++) spawn(() -> { while (true) {} })");
        lesson.beginAnew();
        lesson.page().waitUntil(() -> lesson.own().isEmpty());
        lesson.page().waitUntil(() -> lesson.observed().equals("Nothing runs yet"));
        assertGoesOn();
    }

    @Test
    void a_shell_that_is_left_says_so_and_another_can_begin() {
        lesson.type("/exit");
        lesson.page().waitUntil(() -> lesson.shell().equals("The shell has ended"));
        lesson.beginAnew();
        assertGoesOn();
    }

    /** The browser has several lines to the server, and a slow one may be overtaken. */
    @Test
    void what_is_done_in_a_row_arrives_in_a_row() {
        lesson.page().delayNext("type");
        lesson.type("int y = 1");
        lesson.beginAnew();
        lesson.type("y");
        awaitLast("cannot find symbol");
        assertThat(lesson.own()).hasSize(1);
    }
}
