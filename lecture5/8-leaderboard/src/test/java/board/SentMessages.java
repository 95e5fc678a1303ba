package board;

import static otp.Processes.self;

import otp.Pid;
import otp.ProcessEvent;
import otp.Trace;
import otp.TraceEvent;

import java.time.Duration;
import java.util.List;

/** Watches a process by a trace. */
final class SentMessages {

    private SentMessages() {}

    /** Returns the processes that the caller sends messages to while it does something. */
    static List<Pid<?>> during(Runnable action) {
        Pid<?> self = self();
        try (Trace trace = Trace.start()) {
            action.run();
            return trace.take(Duration.ZERO).stream()
                    .map(TraceEvent::what)
                    .filter(ProcessEvent.Sent.class::isInstance)
                    .map(ProcessEvent.Sent.class::cast)
                    .filter(sent -> sent.from().filter(self::equals).isPresent())
                    .<Pid<?>>flatMap(sent -> sent.to().stream())
                    .toList();
        }
    }
}
