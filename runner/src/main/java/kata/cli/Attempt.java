package kata.cli;

import kata.run.Compilation;
import kata.run.StageCode;
import kata.run.TestReport;
import kata.run.TestRun;

/** What became of a stage's code when it was compiled and tested. */
sealed interface Attempt {

    /**
     * It does not compile.
     *
     * @param refused why
     */
    record Refused(Compilation.Refused refused) implements Attempt {

        @Override
        public boolean passed() {
            return false;
        }

        @Override
        public void print(Terminal terminal) {
            CompileErrors.print(refused, terminal);
        }
    }

    /**
     * It compiles, and its tests have run.
     *
     * @param code what was tested
     * @param report how the tests ended
     */
    record Tested(StageCode code, TestReport report) implements Attempt {

        @Override
        public boolean passed() {
            return report.passed();
        }

        @Override
        public void print(Terminal terminal) {
            new RunResults(terminal, code).print(report);
        }
    }

    /** Compiles the code and runs its tests; blocks until they have ended. */
    static Attempt at(StageCode code) {
        return switch (Compilation.of(code)) {
            case Compilation.Refused refused -> new Refused(refused);
            case Compilation.Compiled compiled -> new Tested(code, TestRun.of(compiled));
        };
    }

    /** Tells whether every test held. */
    boolean passed();

    /** Prints what a person wants to know of it. */
    void print(Terminal terminal);
}
