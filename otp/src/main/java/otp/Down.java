package otp;

/**
 * Tells a process that one that it monitors has ended; {@code {:DOWN, monitor, :process, pid,
 * reason}} in Elixir. It is the last message from that process.
 *
 * @param monitor which monitor this answers
 * @param process who has ended, as it was given to {@link Processes#monitor}
 * @param reason why it ended, or {@link ExitReason#NOPROC} if it had ended before it was monitored
 */
public record Down(Monitor monitor, ServerRef<?> process, ExitReason reason) {}
