package kata.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TodoTest {

    private static final Todo EXPECTED = new Todo(2, "start a server.");
    private final Throwable todo = new UnsupportedOperationException("TODO 2: start a server.");

    @Test
    void a_todo_is_found_however_deep_it_is_wrapped() {
        assertThat(Todo.in(todo)).contains(EXPECTED);
        assertThat(Todo.in(new IllegalStateException("exit", new RuntimeException(todo))))
                .contains(EXPECTED);
    }

    @Test
    void a_todo_is_found_beside_a_failure() {
        Throwable failure = new AssertionError("no answer");
        failure.addSuppressed(todo);

        assertThat(Todo.in(failure)).contains(EXPECTED);
    }

    @Test
    void a_todo_is_found_where_a_message_quotes_it() {
        assertThat(Todo.in(new AssertionError("expected none\nbut was " + todo + "\nat demo")))
                .contains(EXPECTED);
    }

    @Test
    void the_brackets_of_what_quotes_a_todo_are_not_part_of_it() {
        var quoting =
                new IllegalStateException("{shutdown, [Failed[TODO 2: put it there (all).]]}");
        assertThat(Todo.in(quoting)).contains(new Todo(2, "put it there (all)."));
    }

    @Test
    void the_exception_itself_counts_more_than_a_quotation() {
        Throwable quoting = new RuntimeException("server #PID<0.1.0> died (" + todo + ")", todo);

        assertThat(Todo.in(quoting)).contains(EXPECTED);
    }

    @Test
    void causes_that_go_in_circles_come_to_an_end() {
        Throwable one = new RuntimeException("one");
        one.initCause(new RuntimeException("other", one));

        assertThat(Todo.in(one)).isEmpty();
    }

    @Test
    void a_failure_of_another_kind_is_none() {
        assertThat(Todo.in(new UnsupportedOperationException())).isEmpty();
        assertThat(Todo.in(new AssertionError("TODO: later"))).isEmpty();
    }

    @Test
    void a_todo_reads_as_the_starter_says_it() {
        assertThat(EXPECTED).hasToString("TODO 2: start a server.");
    }
}
