package otp;

/** A message that a server does not answer. */
public interface Cast {}
