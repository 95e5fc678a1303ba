package otp.conformance;

import otp.ExitReason;

/**
 * The end of a process of a scenario.
 *
 * @param reference who ended
 * @param reason why
 */
record Death(String reference, ExitReason reason) {}
