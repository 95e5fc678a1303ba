package otp;

import otp.Supervisor.ChildInfo;
import otp.Supervisor.ChildInfo.Status;

import java.util.Optional;

/** A child of a supervisor: what it is, and what has become of it. */
final class Child {

    private final ChildSpec<?> spec;
    private final ChildId id;
    private Status status = Status.STOPPED;
    private Pid<?> pid;

    Child(ChildSpec<?> spec) {
        this.spec = spec;
        this.id = new ChildId(spec.id());
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
        return start;
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
        pid = started;
        status = Status.RUNNING;
        Log.debug(() -> this + " started as " + started);
    }

    void stop() {
        pid = null;
        status = Status.STOPPED;
    }

    void awaitRestart() {
        pid = null;
        status = Status.RESTARTING;
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

    @Override
    public String toString() {
        return "child " + id;
    }
}
