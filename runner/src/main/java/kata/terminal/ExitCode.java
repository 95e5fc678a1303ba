package kata.terminal;

/** What the kata's commands tell the shell that started them. */
public final class ExitCode {

    /** All is well. */
    public static final int GOOD = 0;

    /** A stage is not solved, or a gate has found something. */
    public static final int NOT_SOLVED = 1;

    /** A question was not answered with yes, and so nothing was done. */
    public static final int DECLINED = 1;

    /** The kata was asked for something that it does not have. */
    public static final int WRONG_USAGE = 2;

    /** The kata itself has failed. */
    public static final int CRASHED = 3;

    private ExitCode() {}
}
