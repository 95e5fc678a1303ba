package otp;

/**
 * Says which process a message is for: by its pid, or by a name that is looked up each time.
 *
 * <p>A pid is one life of one process. A name outlives its process: whoever is registered under it
 * when the message is sent gets the message.
 *
 * @param <M> the messages that the process understands
 */
public sealed interface ServerRef<M> permits Pid, ProcessName {}
