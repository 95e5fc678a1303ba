package otp;

/**
 * What a server receives in {@link GenServer#handleInfo} when no message has come within the {@link
 * GenServer#timeout} that it has set.
 */
public record Timeout() {}
