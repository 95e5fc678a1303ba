package otp;

import java.util.Optional;

/**
 * What a supervisor tells of a child.
 *
 * @param id the child's id
 * @param pid the child's process, if it runs
 * @param status whether it runs
 * @param type whether it is a supervisor itself
 */
public record ChildInfo(Object id, Optional<Pid<?>> pid, Status status, ChildSpec.Type type) {

    /** Whether a child runs. */
    public enum Status {
        /** It has been started, and its end is not known yet. */
        RUNNING,

        /** It is to run, but its last start failed; the supervisor will try again. */
        RESTARTING,

        /** It has ended in good order, was terminated, or chose not to run. */
        STOPPED
    }
}
