package otp;

/** Who may do what with a table. */
public enum EtsAccess {
    /** Every process reads and writes. */
    PUBLIC,

    /** Every process reads, only the owner writes. */
    PROTECTED,

    /** Only the owner reads and writes. */
    PRIVATE
}
