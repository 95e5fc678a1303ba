package otp;

import java.util.List;
import java.util.Optional;

/** What supervisors do with their children, for those who {@link Trace}. */
public sealed interface SupervisionEvent extends TraceEvent.What {

    @Override
    default TraceKind kind() {
        return TraceKind.SUPERVISION;
    }

    /**
     * A supervisor begins; it has no children yet.
     *
     * @param supervisor its process
     * @param strategy which children it restarts together
     * @param maxRestarts how many restarts it allows
     * @param maxSeconds in so many seconds
     */
    record SupervisorStarted(Pid<?> supervisor, Strategy strategy, int maxRestarts, int maxSeconds)
            implements SupervisionEvent {
        @Override
        public List<Pid<?>> processes() {
            return List.of(supervisor);
        }
    }

    /**
     * A supervisor has started a child, for the first time or again.
     *
     * @param supervisor the process of the supervisor
     * @param id the id of the child; a {@link DynamicSupervisor}'s has none
     * @param child its process
     * @param before the process that it had before, if it had one
     * @param restart when it is started again
     */
    record ChildStarted(
            Pid<?> supervisor,
            Optional<Object> id,
            Pid<?> child,
            Optional<Pid<?>> before,
            Restart restart)
            implements SupervisionEvent {
        @Override
        public List<Pid<?>> processes() {
            return List.of(supervisor, child);
        }
    }

    /**
     * A supervisor has tried to start a child, and has no process for it.
     *
     * @param supervisor the process of the supervisor
     * @param id the id of the child; a {@link DynamicSupervisor}'s has none
     * @param restart when it is started again
     * @param outcome what came of it instead of {@link Start.Ok}
     */
    record ChildNotStarted(
            Pid<?> supervisor, Optional<Object> id, Restart restart, Start<?> outcome)
            implements SupervisionEvent {
        @Override
        public List<Pid<?>> processes() {
            return List.of(supervisor);
        }
    }

    /**
     * A supervisor has forgotten a child that did not run, because it was told to. A temporary
     * child is forgotten when it ends, without that.
     *
     * @param supervisor the process of the supervisor
     * @param id the id that the child had
     */
    record ChildDeleted(Pid<?> supervisor, Object id) implements SupervisionEvent {
        @Override
        public List<Pid<?>> processes() {
            return List.of(supervisor);
        }
    }

    /**
     * A supervisor is going to restart a child that has ended, and those that the strategy adds:
     * for each there will be a {@link ChildStarted} or a {@link ChildNotStarted}.
     *
     * @param supervisor the process of the supervisor
     * @param id the id of the child; a {@link DynamicSupervisor}'s has none
     * @param ended the last process of the child, if it is known
     * @param restarts the how manieth restart of those that count now: "2 of 3 in 5 s"
     * @param maxRestarts how many are allowed
     * @param maxSeconds in so many seconds
     */
    record Restarting(
            Pid<?> supervisor,
            Optional<Object> id,
            Optional<Pid<?>> ended,
            int restarts,
            int maxRestarts,
            int maxSeconds)
            implements SupervisionEvent {
        @Override
        public List<Pid<?>> processes() {
            return ended.<List<Pid<?>>>map(pid -> List.of(supervisor, pid))
                    .orElseGet(() -> List.of(supervisor));
        }
    }

    /**
     * A supervisor gives up, because a restart would be one too many: it ends all its children and
     * itself.
     *
     * @param supervisor the process of the supervisor
     * @param id the id of the child that was to be restarted, if it has one
     * @param maxRestarts how many restarts are allowed
     * @param maxSeconds in so many seconds
     */
    record GaveUp(Pid<?> supervisor, Optional<Object> id, int maxRestarts, int maxSeconds)
            implements SupervisionEvent {
        @Override
        public List<Pid<?>> processes() {
            return List.of(supervisor);
        }
    }
}
