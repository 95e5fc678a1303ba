package kata.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

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

    @Test
    void what_a_static_initialiser_throws_is_told_each_time() {
        for (int time = 0; time < 2; time++) {
            Failure failure = Failure.of(catchThrowable(() -> Broken.value++));

            assertThat(failure.type()).isEqualTo("IllegalStateException");
            assertThat(failure.message()).isEqualTo("no [table]: none");
            assertThat(failure.places().getFirst().className()).isEqualTo(Broken.class.getName());
        }
    }

    @Test
    void what_cannot_be_read_is_told_all_the_same() {
        var mute =
                new IllegalStateException() {
                    @Override
                    public String getMessage() {
                        throw new IllegalArgumentException("no message");
                    }
                };

        Failure failure = Failure.of(mute);
        assertThat(failure.type()).isEqualTo("IllegalStateException");
        assertThat(failure.message())
                .isEqualTo("it cannot be read: its own code threw IllegalArgumentException");
        assertThat(failure.places().getFirst().path()).isEqualTo("kata/test/FailureTest.java");
    }

    @Test
    void errors_that_cause_each_other_come_to_an_end() {
        var one = new LinkageError("one");
        var other = new LinkageError("other");
        one.initCause(other);
        other.initCause(one);

        assertThat(Failure.of(one).message()).isEqualTo("one");
    }

    private static final class Broken {
        static int value = start();

        private static int start() {
            throw new IllegalStateException("no [table]: none");
        }
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
