package otp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a server does beside each message because {@link Sys} has asked for it. */
final class SystemWatch {

    private final LocalProcess<?> process;

    /** When counting began; null while nothing is counted. */
    private Instant start;

    private long messagesIn;
    private long messagesOut;
    private Duration pause = Duration.ZERO;

    private volatile boolean isSuspended;

    SystemWatch(LocalProcess<?> process) {
        this.process = process;
    }

    /** Tells whether the server takes no messages; any thread may ask. */
    boolean isSuspended() {
        return isSuspended;
    }

    void suspend(boolean suspend) {
        isSuspended = suspend;
    }

    /** Begins to count, or ends it. What is counted already is counted on. */
    void keepStatistics(boolean keep) {
        if (!keep) {
            start = null;
        } else if (start == null) {
            start = Instant.now();
            messagesIn = 0;
            messagesOut = 0;
        }
    }

    Optional<Sys.Statistics> statistics() {
        return Optional.ofNullable(start)
                .map(since -> new Sys.Statistics(since, Instant.now(), messagesIn, messagesOut));
    }

    void slowDown(Duration time) {
        pause = time;
    }

    /** The server has taken something from its mailbox, and is about to handle it. */
    void taken(Envelope envelope) {
        boolean isMessage =
                switch (envelope) {
                    case PendingCall _, Envelope.OfCast _, Envelope.Plain _ -> true;
                    case Envelope.OfContinue _,
                            Envelope.OfStop _,
                            SystemEnvelope _,
                            TracedEnvelope _ ->
                            false;
                };
        if (isMessage) {
            messagesIn++;
            rest();
        }
    }

    /** A callback has returned an answer. */
    void answered() {
        messagesOut++;
    }

    private void rest() {
        if (!pause.isZero()) {
            long deadline = Deadline.after(pause);
            while (Deadline.remaining(deadline) > 0) {
                process.park(deadline);
            }
        }
    }
}
