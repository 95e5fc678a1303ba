package otp;

import java.util.function.Supplier;

/**
 * The text of values that are not the runtime's own. Whatever their methods do, there is a text,
 * within a second: see {@link ForeignCode}.
 */
final class Printed {

    private static final String UNPRINTABLE = "an unprintable value";

    private Printed() {}

    /** Returns the text of a value, or else the name of its class. */
    static String of(Object value) {
        return isHarmless(value)
                ? String.valueOf(value)
                : ForeignCode.call(() -> "" + value, unprintable(value));
    }

    /** Most of what is printed is text, and needs no fence. */
    private static boolean isHarmless(Object value) {
        return switch (value) {
            case null -> true;
            case String _,
                    Boolean _,
                    Character _,
                    Integer _,
                    Long _,
                    Double _,
                    Pid<?> _,
                    Name<?> _ ->
                    true;
            default -> false;
        };
    }

    private static String unprintable(Object value) {
        return nameOr(() -> "an unprintable " + value.getClass().getName(), UNPRINTABLE);
    }

    /**
     * Returns what a person wants to read of an exception: its type without the package, and why.
     */
    static String of(Throwable thrown) {
        String type = simpleName(thrown);
        return ForeignCode.call(
                () -> {
                    String message = thrown.getMessage();
                    return message == null ? type : type + ": " + message;
                },
                type);
    }

    /** Returns the name of an object's class without the package. */
    static String simpleName(Object object) {
        return nameOr(() -> object.getClass().getSimpleName(), UNPRINTABLE);
    }

    private static String nameOr(Supplier<String> name, String otherwise) {
        try {
            return name.get();
        } catch (Throwable failed) {
            return otherwise;
        }
    }
}
