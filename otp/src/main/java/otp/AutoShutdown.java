package otp;

import java.util.Optional;

/**
 * Whether a supervisor ends itself, with {@link ExitReason#SHUTDOWN}, when the work of its
 * {@linkplain ChildSpec#significant significant} children is done.
 *
 * <p>It counts when a child has ended by itself and is not restarted: a transient one in good
 * order, a temporary one for any reason. It does not when the supervisor ended the child, for
 * whatever reason.
 */
public enum AutoShutdown {
    /** It does not. The default; no child may be significant. */
    NEVER,

    /** It does when the first significant child has ended. */
    ANY_SIGNIFICANT,

    /** It does when the last significant child has ended. */
    ALL_SIGNIFICANT;

    /** Says why a child cannot be one of a supervisor with this setting, if it cannot. */
    Optional<ExitReason> refusal(ChildSpec<?> spec) {
        if (!spec.significant()) {
            return Optional.empty();
        }
        if (this == NEVER) {
            return refusal(spec, "its supervisor never shuts down by itself: set autoShutdown");
        }
        return spec.restart() == Restart.PERMANENT
                ? refusal(spec, "permanent, so it never ends for good: make it transient")
                : Optional.empty();
    }

    private static Optional<ExitReason> refusal(ChildSpec<?> spec, String why) {
        String child = Printed.of(spec.id());
        return Optional.of(ExitReason.of("child %s is significant, but %s".formatted(child, why)));
    }

    /** Tells whether the supervisor ends itself now that a child has ended for good. */
    boolean follows(Child ended, Children children) {
        return switch (this) {
            case NEVER -> false;
            case ANY_SIGNIFICANT -> ended.spec().significant();
            case ALL_SIGNIFICANT -> ended.spec().significant() && !children.haveSignificant();
        };
    }
}
