package kata.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is kept of an exception. */
class FailureTest {

    @Test
    void what_was_thrown_first_stands_before_what_it_caused() {
        var answer = new IllegalStateException("the server has crashed", crash());
        answer.setStackTrace(new StackTraceElement[] {frame("Client", 57)});

        assertThat(Failure.of(answer).places())
                .containsExactly(new Failure.Place("Server", 79), new Failure.Place("Client", 57));
    }

    private static Exception crash() {
        var crash = new IndexOutOfBoundsException();
        crash.setStackTrace(new StackTraceElement[] {frame("Server", 79)});
        return crash;
    }

    private static StackTraceElement frame(String className, int line) {
        return new StackTraceElement(className, "method", className + ".java", line);
    }
}
