package kata.worker;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import kata.compile.CompileError;
import kata.test.TestReport;

import java.util.List;
import java.util.Optional;

/** What became of a stage's code when it was compiled and tested. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Verdict {

    /** It does not compile. */
    record DoesNotCompile(List<CompileError> errors) implements Verdict {}

    /** It compiles, and its tests have run. */
    record Tested(TestReport report) implements Verdict {}

    /**
     * It ended the process that it ran in, as {@code System.exit} does.
     *
     * @param test what the test says that ran; nothing if none had begun
     */
    record ProgramEnded(Optional<String> test, int exitCode) implements Verdict {}

    /**
     * The process that it ran in was ended from outside, as by a system that is short of memory.
     *
     * @param test what the test says that ran; nothing if none had begun
     */
    record Killed(Optional<String> test) implements Verdict {}

    /**
     * It filled the memory of the process that it ran in.
     *
     * @param test what the test says that ran; nothing if none had begun
     */
    record OutOfMemory(Optional<String> test) implements Verdict {}

    /**
     * It kept the process that it ran in from answering at all, and that was ended.
     *
     * @param test what the test says that ran; nothing if none had begun
     */
    record Unresponsive(Optional<String> test) implements Verdict {}

    /** Tells whether every test held. */
    default boolean passed() {
        return this instanceof Tested tested && tested.report().passed();
    }
}
