package otp;

/** When a supervisor starts a child again that has ended. */
public enum Restart {
    /** Always. The default. */
    PERMANENT,

    /** Only if it crashed: not if its reason is {@linkplain ExitReason#isOrdinary ordinary}. */
    TRANSIENT,

    /** Never; and nothing is kept of it once it has ended. */
    TEMPORARY
}
