package kata.watch;

import kata.worker.Verdict;

/** What the watch answers to. Every source of events adds to the one queue that it reads. */
public sealed interface Event {

    /** Something was typed: a key, a paste or a line, or the end of the input. */
    sealed interface Typed extends Event {}

    /**
     * A key was pressed.
     *
     * @param character what it stands for, as {@link Keys} names those that are no character
     */
    record Key(char character) implements Typed {}

    /** A text was pasted: its characters are no keys. */
    record Pasted(String text) implements Typed {}

    /** A line was typed, where keys are not heard one by one. */
    record Line(String text) implements Typed {}

    /** The input has ended: no key will follow. */
    record InputEnded() implements Typed {}

    /** The screen has another size, or was in other hands: what it shows has to be drawn anew. */
    record ScreenLost() implements Event {}

    /** Sources of the current stage have changed, and have come to rest. */
    record Saved() implements Event {}

    /** A stage was chosen, perhaps in another window. */
    record StageChosen() implements Event {}

    /** A run of the tests has ended with a verdict. */
    record Ended(TestExecution run, Verdict verdict) implements Event {}

    /**
     * A run of the tests was not possible.
     *
     * @param problem why, and what to do
     */
    record Impossible(TestExecution run, String problem) implements Event {}

    /** A command has printed something, waits for an answer, or has ended. */
    record Printed(CommandExecution command) implements Event {}
}
