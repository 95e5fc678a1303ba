package otp;

/**
 * Identifies one process for as long as the program runs; it is never used for another process.
 *
 * <p>It prints as in Erlang, {@code #PID<0.42.0>}.
 *
 * @param <M> the messages that the process understands
 */
public sealed interface Pid<M> extends ServerRef<M> permits LocalProcess {}
