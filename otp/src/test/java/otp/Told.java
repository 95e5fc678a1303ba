package otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A trace under test, and all that it has told so far. */
final class Told implements AutoCloseable {

    private final Trace trace;
    private final List<TraceEvent> events = new ArrayList<>();

    Told(TraceOptions options) {
        trace = Trace.start(options);
    }

    Trace trace() {
        return trace;
    }

    /** Reads on until an event is told. */
    void until(Predicate<TraceEvent.What> last) {
        long deadline = Deadline.after(Patience.LIMIT);
        while (events.stream().map(TraceEvent::what).noneMatch(last)) {
            assertThat(Deadline.remaining(deadline)).as("time for %s", events).isPositive();
            events.addAll(trace.take(Duration.ofMillis(100)));
        }
    }

    /** Reads on until the end of a process is told. */
    void untilEndOf(Pid<?> process) {
        until(what -> what instanceof ProcessEvent.Ended(Pid<?> ended, _) && ended == process);
    }

    List<TraceEvent> events() {
        events.addAll(trace.take(Duration.ZERO));
        return events;
    }

    /** Returns what was told of a process: others start, work and end at the same time. */
    List<TraceEvent.What> whatIsAbout(Pid<?> process) {
        return events().stream()
                .map(TraceEvent::what)
                .filter(what -> what.processes().contains(process))
                .toList();
    }

    /** Returns what was told of a type. */
    <T extends TraceEvent.What> List<T> all(Class<T> type) {
        return events().stream()
                .map(TraceEvent::what)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Returns the messages of a kind that were told. */
    List<Object> messages(MessageKind kind) {
        return all(ProcessEvent.Sent.class).stream()
                .filter(sent -> sent.messageKind() == kind)
                .map(ProcessEvent.Sent::message)
                .toList();
    }

    @Override
    public void close() {
        trace.close();
    }
}
