package otp.conformance;

import otp.Pid;

/** A process of a scenario that the {@link Tracer} watches. */
public interface Watched {

    /** Returns who this is: the path of the process, and the number of its start. */
    String reference();

    /** Returns the process. */
    Pid<?> pid();

    /**
     * Asks the process for any answer, and waits for it.
     *
     * @throws otp.Exit if it does not answer
     */
    void ping();

    /** Returns the path: the place of the process in its scenario, whichever start this is. */
    default String path() {
        return reference().substring(0, reference().indexOf('#'));
    }
}
