package otp;

/** Throws a checked exception where none may be declared, without wrapping it. */
final class Undeclared {

    private Undeclared() {}

    /** Throws the exception itself; the compiler takes it for an E, which it need not be. */
    @SuppressWarnings("unchecked")
    static <E extends Exception> E asIs(Exception thrown) throws E {
        throw (E) thrown;
    }
}
