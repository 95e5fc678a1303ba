package otp;

/**
 * How many children a supervisor has.
 *
 * @param specs all of them, running or not
 * @param active those whose process is alive
 * @param supervisors those that are supervisors, running or not
 * @param workers those that are not, running or not
 */
public record ChildCount(int specs, int active, int supervisors, int workers) {}
