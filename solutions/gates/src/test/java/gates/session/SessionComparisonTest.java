package gates.session;

import static org.assertj.core.api.Assertions.assertThat;

import gates.page.Lesson;

import kata.lesson.Difference;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class SessionComparisonTest {

    @Test
    void what_is_printed_may_be_just_what_comes_out() {
        assertThat(
                        differences(
                                """
                                jshell> int x = 5
                                x ==> 5
                                jshell> record P(
                                   ...>     int x) {}
                                |  created record P
                                """,
                                """
                                Welcome
                                <int x = 5
                                x ==> 5
                                <record P(
                                >    int x) {}
                                |  created record P
                                <
                                """))
                .isEmpty();
    }

    @Test
    void a_difference_is_reported_with_its_line() {
        assertThat(
                        differences(
                                """
                                jshell> x
                                $1 ==> 5
                                jshell> y
                                $2 ==> 6
                                """,
                                """
                                <x
                                $1 ==> 7
                                <y
                                $3 ==> 6
                                """))
                .containsExactly(
                        new Difference(4, "$1 ==> 5", "$1 ==> 7"),
                        new Difference(6, "$2 ==> 6", "$3 ==> 6"));
    }

    @Test
    void lines_that_are_missing_or_too_many_are_differences() {
        assertThat(differences("jshell> f()\none\ntwo\n", "<f()\none\n"))
                .containsExactly(new Difference(5, "two", ""));
        assertThat(differences("jshell> f()\none\n", "<f()\none\ntwo\n"))
                .containsExactly(new Difference(4, "", "two"));
        assertThat(differences("jshell> f()\njshell> g()\n", "<f()\n"))
                .containsExactly(new Difference(4, "jshell> g()", ""));
    }

    @Test
    void dots_stand_for_anything_within_a_line() {
        String printed = "<now()\n$1 ==> 2026-11-21\n";
        assertThat(differences("jshell> now()\n$1 ==> ...\n", printed)).isEmpty();
        assertThat(differences("jshell> now()\n$1 ==> 2...-21\n", printed)).isEmpty();
        assertThat(differences("jshell> now()\n$1 ==> 2...-22\n", printed)).hasSize(1);
    }

    @Test
    void dots_on_a_line_of_their_own_stand_for_any_number_of_lines() {
        String printed = "<f()\n0\n1\n2\n<g()\n3\n";
        assertThat(differences("jshell> f()\n0\n...\n2\njshell> g()\n3\n", printed)).isEmpty();
        assertThat(differences("jshell> f()\n...\njshell> g()\n3\n", printed)).isEmpty();
        assertThat(differences("jshell> f()\n0\n1\n2\n...\njshell> g()\n3\n", printed)).isEmpty();
        assertThat(differences("jshell> f()\n...\n3\njshell> g()\n3\n", printed))
                .containsExactly(new Difference(5, "3", ""));
    }

    @Test
    void dots_that_are_typed_stand_for_themselves() {
        assertThat(differences("jshell> void f(int... x) {}\n", "<void f(int... x) {}\n"))
                .isEmpty();
        assertThat(differences("jshell> void f(int... x) {}\n", "<void f(int x) {}\n")).hasSize(1);
    }

    @Test
    void regular_expressions_in_the_output_stand_for_themselves() {
        assertThat(differences("jshell> s\ns ==> \"a.*\\\\E(\"\n", "<s\ns ==> \"a.*\\\\E(\"\n"))
                .isEmpty();
        assertThat(differences("jshell> s\ns ==> .*\n", "<s\ns ==> 1\n")).hasSize(1);
    }

    @Test
    void pids_may_differ_but_the_same_one_is_the_same_process() {
        String printed =
                """
                <a
                a ==> #PID<0.31.0>
                <b
                b ==> #PID<0.32.0>
                <List.of(a, b)
                $1 ==> [#PID<0.31.0>, #PID<0.32.0>]
                """;
        assertThat(differences(pids("#PID<0.1.0>", "#PID<0.2.0>", "#PID<0.1.0>"), printed))
                .isEmpty();
        assertThat(differences(pids("#PID<0.1.0>", "#PID<0.2.0>", "#PID<0.2.0>"), printed))
                .extracting(Difference::line)
                .containsExactly(8);
        assertThat(differences(pids("#PID<0.1.0>", "#PID<0.1.0>", "#PID<0.1.0>"), printed))
                .extracting(Difference::line)
                .containsExactly(6, 8);
    }

    @Test
    void different_pids_are_different_processes() {
        assertThat(
                        differences(
                                "jshell> a\n#PID<0.1.0>\njshell> b\n#PID<0.2.0>\n",
                                "<a\n#PID<0.9.0>\n<b\n#PID<0.9.0>\n"))
                .containsExactly(new Difference(6, "#PID<0.2.0>", "#PID<0.9.0>"));
    }

    @Test
    void what_is_no_pid_does_not_pass_for_one() {
        assertThat(differences("jshell> a\n#PID<0.1.0>\n", "<a\nnull\n")).hasSize(1);
    }

    @Test
    void blank_lines_and_blanks_at_the_end_do_not_count() {
        assertThat(differences("jshell> a  \n1\n\njshell> b\n\n2\n", "<a\n\n1  \n<b\n2\n\n"))
                .isEmpty();
    }

    @Test
    void a_statement_without_an_end_is_a_difference() {
        assertThat(differences("jshell> f(\njshell> g()\n1\n", "<f(\n>g()\n1\n"))
                .isNotEmpty()
                .first()
                .isEqualTo(new Difference(3, "", "   ...> g()"));
    }

    @Test
    void the_blocks_of_a_lesson_are_one_session() {
        Lesson lesson =
                Lesson.parse(
                        Path.of("README.md"),
                        "```jshell\njshell> f(\n   ...>   1)\n```\n\n```jshell\njshell>\n```\n");
        assertThat(Session.of(lesson).typed()).containsExactly("f(", "  1)", "");
    }

    private static String pids(String first, String second, String firstAgain) {
        return """
        jshell> a
        a ==> %s
        jshell> b
        b ==> %s
        jshell> List.of(a, b)
        $1 ==> [%s, %s]
        """
                .formatted(first, second, firstAgain, second);
    }

    /** Compares a session whose first line is line 3, with {@code <} and {@code >} as prompts. */
    private static List<Difference> differences(String shown, String printed) {
        Lesson lesson =
                Lesson.parse(Path.of("README.md"), "# A\n```jshell\n%s```\n".formatted(shown));
        String raw =
                printed.replaceAll("(?m)^<", "\u0005")
                        .replaceAll("(?m)^>", "\u0006")
                        .replace("\n", "\r\n");
        return new SessionComparison().compare(Session.of(lesson), Transcript.read(raw, true));
    }
}
