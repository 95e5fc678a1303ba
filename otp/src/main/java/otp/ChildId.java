package otp;

import java.util.UUID;

/**
 * The id of a child, as a supervisor compares it.
 *
 * <p>Its {@code equals} and {@code hashCode} may be of any kind, and must not do a supervisor any
 * harm: an id whose methods fail, or take longer than a second, equals no other.
 */
final class ChildId {

    private final Object id;
    private final int hash;

    ChildId(Object id) {
        this.id = id;
        this.hash = isPlain(id) ? id.hashCode() : ForeignCode.compare(id::hashCode, 0);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof ChildId other && hash == other.hash && equalsId(other.id);
    }

    private boolean equalsId(Object other) {
        return id == other
                || (isPlain(id)
                        ? id.equals(other)
                        : ForeignCode.compare(() -> id.equals(other), false));
    }

    /** Tells whether the id is of a type that is known to compare well, as most are. */
    private static boolean isPlain(Object id) {
        return switch (id) {
            case String _, Integer _, Long _, Enum<?> _, Class<?> _, Name<?> _, UUID _ -> true;
            default -> false;
        };
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Returns the text of the id, as far as it has one. */
    @Override
    public String toString() {
        return Printed.of(id);
    }
}
