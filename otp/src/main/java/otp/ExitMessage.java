package otp;

/**
 * An exit signal as a process that traps exits receives it; {@code {:EXIT, from, reason}} in
 * Elixir.
 *
 * @param from the process that the signal comes from
 * @param reason why that process ended, or why it asks this one to end
 */
public record ExitMessage(Pid<?> from, ExitReason reason) {}
