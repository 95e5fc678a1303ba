package otp;

import java.util.List;
import java.util.Optional;

/**
 * What happens to processes and between them, for those who {@link Trace}.
 *
 * <p>Where a process may be missing, there may be a thread that is none: a test's or a shell's that
 * has not needed to be one yet.
 */
public sealed interface ProcessEvent extends TraceEvent.What {

    /**
     * A process starts; {@code spawn} in Erlang.
     *
     * @param process the new process
     * @param parent who has started it
     * @param label what it is, as far as that is known: {@code Process}, or {@code Thread} if a
     *     thread of somebody else's becomes one
     */
    record Started(Pid<?> process, Optional<Pid<?>> parent, String label) implements ProcessEvent {
        @Override
        public TraceKind kind() {
            return TraceKind.PROCESSES;
        }

        @Override
        public List<Pid<?>> processes() {
            return parent.<List<Pid<?>>>map(by -> List.of(process, by))
                    .orElseGet(() -> List.of(process));
        }
    }

    /**
     * A process begins to be a server: its init comes next.
     *
     * @param process the process
     * @param label the class of the server, or {@code Supervisor} and the like
     */
    record RunsServer(Pid<?> process, String label) implements ProcessEvent {
        @Override
        public TraceKind kind() {
            return TraceKind.PROCESSES;
        }

        @Override
        public List<Pid<?>> processes() {
            return List.of(process);
        }
    }

    /**
     * A process has ended: nothing of it runs any more. What it owned and was called goes next, and
     * then those hear of it that it was tied to.
     *
     * @param process the process
     * @param reason why it has ended
     */
    record Ended(Pid<?> process, ExitReason reason) implements ProcessEvent {
        @Override
        public TraceKind kind() {
            return TraceKind.PROCESSES;
        }

        @Override
        public List<Pid<?>> processes() {
            return List.of(process);
        }
    }

    /**
     * A process gets a name, or a key in a registry.
     *
     * @param process the process
     * @param name the name; a {@link Via} for a key
     */
    record Registered(Pid<?> process, ProcessName<?> name) implements ProcessEvent {
        @Override
        public TraceKind kind() {
            return TraceKind.NAMES;
        }

        @Override
        public List<Pid<?>> processes() {
            return List.of(process);
        }
    }

    /**
     * A process loses a name, or gives back a key. When it ends, its keys go without this event.
     *
     * @param process the process
     * @param name the name; a {@link Via} for a key
     */
    record Unregistered(Pid<?> process, ProcessName<?> name) implements ProcessEvent {
        @Override
        public TraceKind kind() {
            return TraceKind.NAMES;
        }

        @Override
        public List<Pid<?>> processes() {
            return List.of(process);
        }
    }

    /**
     * A process links itself with another, or is linked when it starts. It is told each time, also
     * if they are linked already, or if the other has ended: the exit signal comes then.
     *
     * @param process one of them
     * @param other the other one
     */
    record Linked(Pid<?> process, Pid<?> other) implements ProcessEvent {
        @Override
        public TraceKind kind() {
            return TraceKind.LINKS;
        }

        @Override
        public List<Pid<?>> processes() {
            return List.of(process, other);
        }
    }

    /**
     * A process undoes a link. It is told each time, also if there is none.
     *
     * @param process one of them
     * @param other the other one
     */
    record Unlinked(Pid<?> process, Pid<?> other) implements ProcessEvent {
        @Override
        public TraceKind kind() {
            return TraceKind.LINKS;
        }

        @Override
        public List<Pid<?>> processes() {
            return List.of(process, other);
        }
    }

    /**
     * A process begins to monitor another.
     *
     * @param process who is going to be told
     * @param monitor the monitor
     * @param other whose end it is told
     */
    record Monitored(Pid<?> process, Monitor monitor, ServerRef<?> other) implements ProcessEvent {
        @Override
        public TraceKind kind() {
            return TraceKind.MONITORS;
        }

        @Override
        public List<Pid<?>> processes() {
            return other instanceof Pid<?> pid ? List.of(process, pid) : List.of(process);
        }
    }

    /**
     * A process ends a monitor.
     *
     * @param process who was to be told
     * @param monitor the monitor
     */
    record Demonitored(Pid<?> process, Monitor monitor) implements ProcessEvent {
        @Override
        public TraceKind kind() {
            return TraceKind.MONITORS;
        }

        @Override
        public List<Pid<?>> processes() {
            return List.of(process);
        }
    }

    /**
     * A message or an exit signal sets out.
     *
     * @param id tells it from all others
     * @param from who sends it; nobody, if it is a timer's
     * @param to who is to get it
     * @param messageKind what it is
     * @param message the message itself, which the receiver shares: only look at it. Its methods
     *     may do anything: {@link Trace#text} prints it safely. For a {@link MessageKind#SYSTEM}
     *     message, what it orders.
     */
    record Sent(
            long id,
            Optional<Pid<?>> from,
            Optional<Pid<?>> to,
            MessageKind messageKind,
            Object message)
            implements ProcessEvent {
        @Override
        public TraceKind kind() {
            return TraceKind.MESSAGES;
        }

        @Override
        public List<Pid<?>> processes() {
            if (from.isPresent() && to.isPresent()) {
                return List.of(from.get(), to.get());
            }
            return from.or(() -> to).<List<Pid<?>>>map(List::of).orElseGet(List::of);
        }
    }

    /**
     * A message is taken from the mailbox; or an answer is, by the caller that waits for it. There
     * is none for a message that was sent before anybody traced.
     *
     * @param sent how it set out
     */
    record Taken(Sent sent) implements ProcessEvent {
        @Override
        public TraceKind kind() {
            return TraceKind.MESSAGES;
        }

        @Override
        public List<Pid<?>> processes() {
            return sent.processes();
        }
    }

    /**
     * A message is dropped: the process that was to get it has ended, or waits for it no more.
     *
     * @param sent how it set out
     */
    record Lost(Sent sent) implements ProcessEvent {
        @Override
        public TraceKind kind() {
            return TraceKind.MESSAGES;
        }

        @Override
        public List<Pid<?>> processes() {
            return sent.processes();
        }
    }
}
