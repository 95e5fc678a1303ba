package otp;

/**
 * A message, or one again and again, that is to be sent later; from {@link Processes#sendAfter} or
 * {@link Processes#sendInterval} until it has been sent, {@link Processes#cancelTimer} ends it, or
 * its receiver ends.
 */
public sealed interface Timer permits LocalTimer {}
