package chat;

import chat.ChatEvent.Said;

import otp.Pid;
import otp.ProcessEvent.Sent;
import otp.Trace;
import otp.TraceEvent;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** Watches by a trace which processes send what a guest hears. */
final class Senders {

    private Senders() {}

    /** Returns the processes that tell a guest what is said while something is done. */
    static Set<Pid<?>> to(Guest guest, Runnable action) {
        try (Trace trace = Trace.start()) {
            action.run();
            return trace.take(Duration.ZERO).stream()
                    .map(TraceEvent::what)
                    .filter(Sent.class::isInstance)
                    .map(Sent.class::cast)
                    .filter(sent -> sent.message() instanceof Said)
                    .filter(sent -> sent.to().filter(guest.process()::equals).isPresent())
                    .flatMap(sent -> sent.from().stream())
                    .collect(Collectors.toSet());
        }
    }
}
