package otp;

/** What a message is that one process sends another. */
public enum MessageKind {
    /** A request with an answer, by {@link GenServer#call}. */
    CALL,

    /** A message without one, by {@link GenServer#cast}. */
    CAST,

    /** The answer of a call or of a task; and what a server tells the process that started it. */
    REPLY,

    /** Any message, by {@link Processes#send}. */
    PLAIN,

    /**
     * An exit signal, by {@link Processes#exit} or through a link. Only a process that traps exits
     * takes it from its mailbox.
     */
    EXIT,

    /** The end of a monitored process; also of a server, for a caller that waits for an answer. */
    DOWN,

    /** A message of a timer. */
    TIMER,

    /** An order to a server as such: {@link GenServer#stop} and all of {@link Sys}. */
    SYSTEM
}
