package otp;

import otp.Supervisor.ChildInfo;
import otp.Supervisor.ChildInfo.Status;

import java.util.Optional;

/** A child of a supervisor: what it is, and what has become of it. */
final class Child {

    private final ChildId id;

    /** Whether the id means anything: it does not to a dynamic supervisor. */
    private final boolean isNamed;

    private ChildSpec<?> spec;
    private Status status = Status.STOPPED;
    private Pid<?> pid;

    /** The process that the child had before; null if it had none. */
    private Pid<?> before;

    Child(ChildSpec<?> spec) {
        this(spec, true);
    }

    private Child(ChildSpec<?> spec, boolean isNamed) {
        this.spec = spec;
        this.id = new ChildId(spec.id());
        this.isNamed = isNamed;
    }

    /** Creates a child of a supervisor that does not know its children by their ids. */
    static Child withoutId(ChildSpec<?> spec) {
        return new Child(spec, false);
    }

    ChildSpec<?> spec() {
        return spec;
    }

    ChildId id() {
        return id;
    }

    Status status() {
        return status;
    }

    Pid<?> pid() {
        return pid;
    }

    boolean isTemporary() {
        return spec.restart() == Restart.TEMPORARY;
    }

    boolean isSupervisor() {
        return spec.type() == ChildSpec.Type.SUPERVISOR;
    }

    /** Tells whether the child is to be started again after it has ended with the reason. */
    boolean comesBackAfter(ExitReason reason) {
        return switch (spec.restart()) {
            case PERMANENT -> true;
            case TRANSIENT -> !reason.isOrdinary();
            case TEMPORARY -> false;
        };
    }

    /** Starts the child: it runs, or it is stopped because it chose to be, or nothing changes. */
    Start<?> start() {
        Start<?> start = spec.run();
        switch (start) {
            case Start.Ok<?>(Pid<?> started) -> run(started);
            case Start.Ignore<?> _ -> stop();
            case Start.AlreadyStarted<?> _, Start.Failed<?> _ -> {}
        }
        if (Tracing.isOn()) {
            Tracing.tell(() -> event(start));
        }
        return start;
    }

    /** Tells, in the process of the supervisor, what came of a start. */
    private SupervisionEvent event(Start<?> start) {
        Pid<?> supervisor = Tracing.currentOrNull();
        return start instanceof Start.Ok<?>(Pid<?> started)
                ? new SupervisionEvent.ChildStarted(
                        supervisor, shownId(), started, Optional.ofNullable(before), spec.restart())
                : new SupervisionEvent.ChildNotStarted(
                        supervisor, shownId(), spec.restart(), start);
    }

    /** Tells those who trace, in the process of the supervisor, that it has forgotten the child. */
    void tellDeleted() {
        if (Tracing.isOn()) {
            Tracing.tell(
                    () -> new SupervisionEvent.ChildDeleted(Tracing.currentOrNull(), spec.id()));
        }
    }

    /** Starts the child as {@link #start} does, and reports a failure that no client is told of. */
    Start<?> startOrReport() {
        Start<?> start = start();
        if (start instanceof Start.AlreadyStarted<?> || start instanceof Start.Failed<?>) {
            Log.error(() -> this + " did not start: " + start);
        }
        return start;
    }

    private void run(Pid<?> started) {
        forgetProcess();
        pid = started;
        status = Status.RUNNING;
        Log.debug(() -> this + " started as " + started);
    }

    void stop() {
        forgetProcess();
        status = Status.STOPPED;
    }

    void awaitRestart() {
        forgetProcess();
        status = Status.RESTARTING;
    }

    /** Keeps nothing of what the child was started with, if it is never started again. */
    void forgetStart() {
        if (isTemporary()) {
            spec = spec.withoutStart();
        }
    }

    private void forgetProcess() {
        if (pid != null) {
            before = pid;
            pid = null;
        }
    }

    /** Returns the process that the child has, or had last; nothing if it never had one. */
    Optional<Pid<?>> lastProcess() {
        return Optional.ofNullable(pid == null ? before : pid);
    }

    void reportEnd(ExitReason reason) {
        if (!reason.isOrdinary() || spec.restart() == Restart.PERMANENT) {
            Pid<?> ended = pid;
            Log.error(() -> this + " ended as " + ended + ": " + reason);
        }
    }

    /** Reports an end that is not what the shutdown of the child was meant to bring about. */
    void reportShutdown(ExitReason reason) {
        ExitReason meant =
                spec.shutdown() instanceof Shutdown.BrutalKill
                        ? ExitReason.KILLED
                        : ExitReason.SHUTDOWN;
        boolean isFine = spec.restart() != Restart.PERMANENT && reason.isOrdinary();
        if (!meant.equals(reason) && !isFine) {
            Log.warning(() -> this + " was shut down: " + reason);
        }
    }

    ChildInfo info() {
        return new ChildInfo(spec.id(), Optional.ofNullable(pid), status, spec.type());
    }

    /** Returns the id, if it means anything. */
    Optional<Object> shownId() {
        return isNamed ? Optional.of(spec.id()) : Optional.empty();
    }

    SupervisorInfo.Child picture() {
        return new SupervisorInfo.Child(
                shownId(), Optional.ofNullable(pid), status, spec.type(), spec.restart());
    }

    @Override
    public String toString() {
        return "child " + id;
    }
}
