package otp;

/**
 * The detail of the {@link ExitReason.Shutdown} with which a supervisor ends when it cannot start
 * its children.
 *
 * @param id the child that did not start; those before it have been shut down again
 * @param reason why it did not start
 */
public record FailedToStartChild(Object id, ExitReason reason) {}
