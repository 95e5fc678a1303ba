package board;

import static otp.Processes.self;

import otp.Pid;
import otp.ProcessEvent;
import otp.Trace;
import otp.TraceEvent;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Watches a process by a trace. */
final class SentMessages {

    private SentMessages() {}

    /** Returns the processes that the caller sends messages to while it does something. */
    static List<Pid<?>> during(Runnable action) {
        Pid<?> self = self();
        return sent(action)
                .filter(sent -> sent.from().filter(self::equals).isPresent())
                .<Pid<?>>flatMap(sent -> sent.to().stream())
                .toList();
    }

    /** Returns what others send the caller while it does something. */
    static List<Object> toTheCaller(Runnable action) {
        Pid<?> self = self();
        return sent(action)
                .filter(sent -> sent.to().filter(self::equals).isPresent())
                .map(ProcessEvent.Sent::message)
                .toList();
    }

    private static Stream<ProcessEvent.Sent> sent(Runnable action) {
        try (Trace trace = Trace.start()) {
            action.run();
            return trace.take(Duration.ZERO).stream()
                    .map(TraceEvent::what)
                    .filter(ProcessEvent.Sent.class::isInstance)
                    .map(ProcessEvent.Sent.class::cast);
        }
    }
}
