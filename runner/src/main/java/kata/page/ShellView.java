package kata.page;

import kata.compile.Variant;

/**
 * A stage's shell as pages show it.
 *
 * @param number tells it from the shells before it
 * @param run counts what runs in it: from what was typed while nothing ran until all has ended
 * @param problem why it cannot be used; empty if it can
 * @param isOutdated whether the learner has saved other code since it began
 */
public record ShellView(
        int number, int run, Variant code, State state, String problem, boolean isOutdated) {

    /** Returns a shell in which nothing has run. */
    ShellView(int number, Variant code, State state, String problem) {
        this(number, 0, code, state, problem, false);
    }

    /** Returns the same shell in its next run. */
    ShellView inNextRun() {
        return new ShellView(number, run + 1, code, state, problem, isOutdated);
    }

    /** Returns the same shell doing something else. */
    ShellView in(State next) {
        return new ShellView(number, run, code, next, problem, isOutdated);
    }

    /** Returns the same shell, whose code may be no longer the learner's. */
    ShellView outdated(boolean is) {
        return new ShellView(number, run, code, state, problem, is);
    }

    /** What a shell is doing. */
    public enum State {
        /** The code is being compiled, and the shell started. */
        STARTING,
        /** It waits for something to do. */
        READY,
        /** It runs what was typed. */
        RUNNING,
        /** It waits for the rest of what was typed. */
        INCOMPLETE,
        /** The code does not compile, so that there is no shell. */
        BROKEN,
        /** It has ended. */
        ENDED
    }
}
