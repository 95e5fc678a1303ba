package otp;

/** Which rows a table can hold beside each other. */
public enum EtsType {
    /** One row a key. Keys are the same if they are equal: {@code 1} and {@code 1.0} are two. */
    SET,

    /**
     * One row a key, in the order of the keys. Keys are the same if neither comes before the other:
     * {@code 1} and {@code 1.0} are one.
     *
     * <p>The order is Erlang's: numbers (those of the JDK, by value) before atoms (booleans, enum
     * constants and {@link Name}s, as text) before other values that are {@link Comparable} (by
     * class name, then by their own order) before pids, tuples (short ones first), maps (small ones
     * first), lists and strings (by code point). Other keys are refused.
     */
    ORDERED_SET,

    /** Any number of rows a key, but no two that are equal. */
    BAG,

    /** Any number of rows a key, and equal ones too. */
    DUPLICATE_BAG
}
