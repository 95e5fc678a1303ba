package otp;

import otp.DynamicSupervisor.Message;
import otp.Supervisor.ChildChange;
import otp.Supervisor.ChildCount;
import otp.Supervisor.ChildInfo;
import otp.Supervisor.ChildInfo.Status;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The process that a dynamic supervisor is. */
final class DynamicSupervisorServer extends GenServer<Message, DynamicChildren> {

    record StartChild<M>(ChildSpec<M> spec) implements Message, Call<Start<?>> {
        StartChild {
            Objects.requireNonNull(spec, "a child needs a specification");
        }
    }

    record TerminateChild(Pid<?> child) implements Message, Call<ChildChange> {}

    record WhichChildren() implements Message, Call<List<ChildInfo>> {}

    record CountChildren() implements Message, Call<ChildCount> {}

    record GetChildSpec(Pid<?> child) implements Message, Call<Optional<ChildSpec<?>>> {}

    record GetFlags() implements Message, Call<DynamicSupervisorFlags> {}

    /**
     * Sent by the supervisor to itself, so that other requests get a turn between two attempts.
     *
     * @param ended the last process of the child that did not start
     */
    record TryAgain(Pid<?> ended) implements Message, Cast {}

    private static final Shutdown NO_TIME = Shutdown.after(Duration.ZERO);

    private final DynamicSupervisorFlags flags;
    private final RestartIntensity intensity;

    DynamicSupervisorServer(DynamicSupervisorFlags flags) {
        this.flags = flags;
        this.intensity = new RestartIntensity(flags.restarts());
    }

    @Override
    String label() {
        return "DynamicSupervisor";
    }

    @Override
    boolean isSupervisor() {
        return true;
    }

    @Override
    Object visible(DynamicChildren children) {
        return children.infos();
    }

    @Override
    protected Init<DynamicChildren> init() {
        Processes.trapExits(true);
        intensity.tellStart();
        return ok(new DynamicChildren());
    }

    @Override
    protected Next<DynamicChildren> handle(Message message, DynamicChildren children) {
        return switch (message) {
            case StartChild<?> request -> reply(request, start(request.spec(), children), children);
            case TerminateChild request ->
                    reply(request, children.terminate(request.child()), children);
            case WhichChildren request -> reply(request, children.infos(), children);
            case CountChildren request -> reply(request, children.count(), children);
            case GetFlags request -> reply(request, flags, children);
            case GetChildSpec request ->
                    reply(request, children.withPid(request.child()).map(Child::spec), children);
            case TryAgain(Pid<?> ended) ->
                    children.withPid(ended)
                            .filter(child -> child.status() == Status.RESTARTING)
                            .map(child -> restart(ended, child, children))
                            .orElseGet(() -> noreply(children));
            case Inspect request ->
                    reply(request, intensity.picture(children.pictures()), children);
        };
    }

    private Start<?> start(ChildSpec<?> spec, DynamicChildren children) {
        if (spec.shutdown().equals(NO_TIME)) {
            return new Start.Failed<>(DynamicSupervisor.INVALID_SHUTDOWN);
        }
        return children.size() < flags.maxChildren()
                ? children.add(spec)
                : new Start.Failed<>(DynamicSupervisor.MAX_CHILDREN);
    }

    @Override
    protected Next<DynamicChildren> handleInfo(Object message, DynamicChildren children) {
        return switch (message) {
            case ExitMessage(Pid<?> from, ExitReason reason) ->
                    children.withPid(from)
                            // One that is being restarted has ended: this is no end of it.
                            .filter(child -> child.status() == Status.RUNNING)
                            .map(child -> childEnded(from, child, reason, children))
                            .orElseGet(() -> noreply(children));
            case null, default -> super.handleInfo(message, children);
        };
    }

    private Next<DynamicChildren> childEnded(
            Pid<?> ended, Child child, ExitReason reason, DynamicChildren children) {
        child.reportEnd(reason);
        if (child.comesBackAfter(reason)) {
            return restart(ended, child, children);
        }
        children.forget(ended);
        return noreply(children);
    }

    private Next<DynamicChildren> restart(Pid<?> ended, Child child, DynamicChildren children) {
        if (!intensity.allowsOneMore()) {
            intensity.reportTooMany(child);
            children.forget(ended);
            return stop(ExitReason.SHUTDOWN, children);
        }
        intensity.tellRestart(child);
        if (!children.restart(ended, child)) {
            cast(Processes.<Message>self(), new TryAgain(ended));
        }
        return noreply(children);
    }

    @Override
    protected void terminate(ExitReason reason, DynamicChildren children) {
        children.stopAll();
    }
}
