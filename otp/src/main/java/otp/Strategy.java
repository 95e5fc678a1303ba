package otp;

/** Which children a supervisor restarts when one has ended. */
public enum Strategy {
    /** Only the one that has ended. */
    ONE_FOR_ONE,

    /** All of them. */
    ONE_FOR_ALL,

    /** The one that has ended, and those that were started after it. */
    REST_FOR_ONE
}
