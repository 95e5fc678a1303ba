package kata.page;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.TerminalWindow;
import kata.page.PageClient.Entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sessions run in the page, and whatever the code does to its process, the page goes on. */
class ShellPaneTest extends PageInTest {

    @Test
    void a_session_comes_out_as_the_lesson_shows_on_the_maintainers_code() {
        try (PageClient page = open("part1/1-numbers")) {
            page.beginAnew("solution");
            page.post("run", Map.of("exchange", "2"));
            page.waitUntil(now -> now.entries().stream().filter(Entry::same).count() == 3);
            assertThat(page.entries())
                    .extracting(Entry::text)
                    .first()
                    .isEqualTo("two ==> Numbers[all=[1, 2]]\n");
        }
    }

    @Test
    void on_code_that_is_not_written_yet_it_comes_out_otherwise() {
        try (PageClient page = open("part1/1-numbers").beginAnew("learner")) {
            page.post("run", Map.of("exchange", "1"));
            page.waitUntil(now -> now.entries().size() == 2 && !now.entries().get(1).running());
            assertThat(page.entries()).extracting(Entry::same).containsExactly(true, false);
            assertThat(page.entries().get(1).text()).contains("TODO 1");
        }
    }

    @Test
    void lines_of_ones_own_do_not_shift_what_is_compared() {
        try (PageClient page = open("part1/1-numbers")) {
            page.beginAnew("solution");
            assertThat(page.type("1 + 1").text()).isEqualTo("$1 ==> 2\n");
            page.post("run", Map.of("exchange", "1"));
            page.waitUntil(now -> now.entries().stream().filter(Entry::same).count() == 2);
        }
    }

    @Test
    void lines_that_are_typed_at_once_have_one_end() {
        try (PageClient page = open("part1/1-numbers").ready()) {
            for (int round = 0; round < 30; round++) {
                assertThat(page.type("List.of(\n1,\n2)").text()).matches("\\$\\d+ ==> \\[1, 2]\n");
            }
        }
    }

    @Test
    void an_endless_loop_can_be_stopped_and_what_was_defined_is_still_there() {
        try (PageClient page = open("part1/1-numbers").ready()) {
            page.type("int x = 5");
            page.begin("while (true) {}");
            page.waitUntil(now -> now.state().equals("running"));
            page.stop(false);
            page.ready();
            assertThat(page.entries().getLast().note()).contains("still there");
            assertThat(page.type("x").text()).isEqualTo("x ==> 5\n");
        }
    }

    @Test
    void what_is_typed_after_a_stop_is_not_stopped() {
        try (PageClient page = open("part1/1-numbers").ready()) {
            page.begin("while (true) {}");
            page.waitUntil(now -> now.state().equals("running"));
            page.stop(false);
            page.ready();
            String line =
                    "{ long end = System.nanoTime() + 2_000_000_000L; while (System.nanoTime() <"
                            + " end); System.out.print(\"done\"); }";
            assertThat(page.type(line).text()).isEqualTo("done");
        }
    }

    @Test
    void a_stop_that_comes_late_does_not_stop_what_runs_then() {
        try (PageClient page = open("part1/1-numbers").ready()) {
            page.begin("while (true) {}");
            page.waitUntil(now -> now.state().equals("running"));
            JsonNode before = page.shell();
            page.stop(false);
            page.ready();
            page.begin("while (true) {}");
            page.waitUntil(now -> now.state().equals("running"));
            page.stop(before, false);
            page.stop(before, true);
            assertThat(page.state()).isEqualTo("running");
            page.stop(false);
            page.ready();
            assertThat(page.entries().getLast().note()).contains("still there");
        }
    }

    @Test
    void what_is_asked_to_stop_twice_loses_nothing() {
        try (PageClient page = open("part1/1-numbers").ready()) {
            page.type("int x = 5");
            page.begin("while (true) {}");
            page.waitUntil(now -> now.state().equals("running"));
            JsonNode running = page.shell();
            page.stop(running, false);
            page.stop(running, false);
            page.ready();
            assertThat(page.type("x").text()).isEqualTo("x ==> 5\n");
        }
    }

    @Test
    void what_cannot_be_stopped_gently_is_stopped_by_force() {
        try (PageClient page = open("part1/1-numbers").ready()) {
            page.type(
                    "void stubborn() { while (true) try { while (true) {} } catch (Throwable t) {}"
                            + " }");
            page.begin("stubborn()");
            page.waitUntil(now -> now.state().equals("running"));
            page.stop(false);
            page.stop(true);
            page.ready();
            assertThat(page.entries().getLast().note()).contains("A new one has begun");
            assertThat(page.type("1 + 1").text()).endsWith("==> 2\n");
        }
    }

    /**
     * A stopped process answers nobody, so that the shell is still interrupting when it is ended.
     */
    @EnabledOnOs(OS.LINUX)
    @Test
    void a_program_that_ends_while_it_is_interrupted_is_followed_by_another() {
        try (PageClient page = open("part1/1-numbers").ready()) {
            String number = page.type("ProcessHandle.current().pid()").text().split(" ")[2].strip();
            page.begin("{ System.out.print(\"in it\"); while (true) {} }");
            page.waitUntil(now -> now.entries().getLast().text().contains("in it"));
            TerminalWindow.signal(ProcessHandle.of(Long.parseLong(number)).orElseThrow(), "STOP");
            page.stop(false);
            page.waitUntil(now -> isInterrupting());
            page.stop(true);
            page.ready();
            Entry ended = page.entries().getLast();
            assertThat(ended.note()).contains("A new one has begun");
            assertThat(ended.text()).isEqualToIgnoringWhitespace("in it");
            assertThat(page.type("1 + 1").text()).endsWith("==> 2\n");
        }
    }

    private static boolean isInterrupting() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Stream::of)
                .anyMatch(frame ->
                        frame.getClassName().endsWith("JdiDefaultExecutionControl")
                                && frame.getMethodName().equals("stop"));
    }

    @Test
    void what_ends_the_program_ends_only_that() {
        try (PageClient page = open("part1/1-numbers").ready()) {
            page.type("int x = 5");
            Entry exit = page.type("System.exit(3)");
            assertThat(exit.note()).contains("System.exit");
            assertThat(exit.text()).doesNotContain("State engine").doesNotContain("token=");
            page.ready();
            assertThat(page.type("x").text()).contains("cannot find symbol");
        }
    }

    @Test
    void processes_that_will_not_die_do_not_keep_a_new_shell_from_beginning() {
        try (PageClient page = open("part1/1-numbers").ready()) {
            page.type("for (int i = 0; i < 8; i++) spawn(() -> { while (true) {} })");
            page.beginAnew("learner");
            assertThat(page.type("list().size()").text()).isEqualTo("$1 ==> 1\n");
        }
    }

    @Test
    void a_flood_is_cut_and_can_be_stopped() {
        try (PageClient page = open("part1/1-numbers").ready()) {
            page.begin("while (true) System.out.println(\"flood\")");
            page.waitUntil(
                    now -> now.entries().stream().anyMatch(one -> one.text().length() >= 65_536));
            page.stop(false);
            page.ready();
            assertThat(page.entries().getLast().text()).hasSize(65_536);
        }
    }

    /** With U+0005 the shell says that it waits, and with U+0006 that it waits for the rest. */
    @Test
    void code_that_prints_the_shells_own_signs_is_not_taken_for_the_shell() {
        try (PageClient page = open("part1/1-numbers").ready()) {
            page.begin("while (true) { System.out.print(\"\\5\"); System.out.print(\"\\6\"); }");
            page.waitUntil(
                    now -> now.entries().stream().anyMatch(one -> one.text().length() >= 65_536));
            assertThat(page.state()).isEqualTo("running");
            page.stop(false);
            page.ready();
            // The last of what the loop has printed may come after the shell's next prompt.
            assertThat(page.type("System.out.print(\"\\u001b[31m\\0\\7\")").text())
                    .endsWith("\u001b[31m\0\7");
            assertThat(page.type("1 + 1").text()).endsWith("==> 2\n");
        }
    }

    @Test
    void a_shell_that_is_left_says_so_and_another_can_begin() {
        try (PageClient page = open("part1/1-numbers").ready()) {
            page.begin("/exit");
            page.begin("1 + 1");
            page.waitUntil(now -> now.state().equals("ended"));
            page.begin("2 + 2");
            page.waitUntil(now -> now.entries().stream().noneMatch(Entry::running));
            page.beginAnew("learner");
        }
    }

    @Test
    void what_is_not_whole_goes_on_or_is_given_up() {
        try (PageClient page = open("part1/1-numbers").ready()) {
            page.begin("record Pair(");
            page.waitUntil(now -> now.state().equals("incomplete"));
            assertThat(page.type("int a, int b) {}").text()).contains("created record Pair");
            page.begin("record Triple(");
            page.waitUntil(now -> now.state().equals("incomplete"));
            page.stop(false);
            page.ready();
            assertThat(page.type("1 + 1").text()).endsWith("==> 2\n");
        }
    }

    @Test
    void code_that_does_not_compile_says_so_and_the_shell_begins_once_it_does() {
        try (PageClient page = open("part1/1-numbers").beginAnew("learner")) {
            var file =
                    kata.stage("part1/1-numbers").starterSources().resolve("numbers/Numbers.java");
            Fixture.replace(file, "public int sum() {", "public int sum() }");
            page.waitUntil(now -> now.shell().path("isOutdated").asBoolean());
            page.post("begin", Map.of("code", "learner"));
            page.waitUntil(now -> now.state().equals("broken"));
            assertThat(page.shell().path("problem").asString()).contains("Numbers.java:");
            Fixture.replace(file, "public int sum() }", "public int sum() {");
            page.ready();
        }
    }

    @Test
    void two_pages_of_one_stage_show_the_same_and_so_does_one_that_comes_late() {
        try (PageClient one = open("part1/1-numbers").ready();
                PageClient other = open("part1/1-numbers").ready()) {
            one.type("int x = 5");
            other.waitUntil(now -> now.entries().equals(one.entries()));
            other.type("x");
            one.waitUntil(now -> now.entries().equals(other.entries()));
            try (PageClient late = open("part1/1-numbers")) {
                late.waitUntil(now -> now.entries().equals(one.entries()));
            }
        }
    }

    @Test
    void two_stages_have_shells_of_their_own() {
        try (PageClient one = open("part1/1-numbers").beginAnew("learner");
                PageClient other = open("part1/2-average").beginAnew("solution")) {
            one.type("int x = 5");
            assertThat(other.type("x").text()).contains("cannot find symbol");
            assertThat(one.entries()).extracting(Entry::typed).isEqualTo(List.of("int x = 5"));
        }
    }
}
