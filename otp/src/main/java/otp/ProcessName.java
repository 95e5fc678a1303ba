package otp;

/**
 * A name that a process can be started under: one of the runtime's own, or one that some registry
 * keeps.
 *
 * @param <M> the messages that the process of this name understands
 */
public sealed interface ProcessName<M> extends ServerRef<M> permits Name, Via {}
