package otp;

/** What kind of events a {@link Trace} is told of. */
public enum TraceKind {
    /** Processes start and end: {@link ProcessEvent.Started} and its like. */
    PROCESSES,

    /** Names are given and freed. */
    NAMES,

    /** Processes are linked and unlinked. */
    LINKS,

    /** Processes monitor each other, and end that. */
    MONITORS,

    /** Messages and exit signals are sent, taken and lost. */
    MESSAGES,

    /** Supervisors start children, start them again, and give up: {@link SupervisionEvent}. */
    SUPERVISION,

    /** Tables are created, given away, and gone: {@link TableEvent}. */
    TABLES
}
