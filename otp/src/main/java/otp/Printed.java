package otp;

/** The text of values that are not ours, and whose {@code toString} may throw: reports go on. */
final class Printed {

    private Printed() {}

    static String of(Object value) {
        try {
            return String.valueOf(value);
        } catch (RuntimeException e) {
            return "an unprintable " + value.getClass().getName();
        }
    }

    /**
     * Returns what a person wants to read of an exception: its type without the package, and why.
     */
    static String of(Throwable thrown) {
        String type = thrown.getClass().getSimpleName();
        try {
            String message = thrown.getMessage();
            return message == null ? type : type + ": " + message;
        } catch (RuntimeException e) {
            return type;
        }
    }
}
