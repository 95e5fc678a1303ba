package otp;

/** What came of an order to a supervisor about one of its children. */
public enum ChildChange {
    /** It has been done. */
    OK,

    /** The supervisor has no such child. */
    NOT_FOUND,

    /** It was not done, because the child runs. */
    RUNNING,

    /** It was not done, because the child is being restarted. */
    RESTARTING
}
