package otp;

import otp.Supervisor.ChildChange;
import otp.Supervisor.ChildCount;
import otp.Supervisor.ChildInfo;
import otp.Supervisor.ChildInfo.Status;
import otp.Supervisor.Message;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The process that a supervisor is: Erlang's {@code supervisor}, but for code changes. */
final class SupervisorServer extends GenServer<Message, Children> {

    record StartChild<M>(ChildSpec<M> spec) implements Message, Call<Start<?>> {
        StartChild {
            Objects.requireNonNull(spec, "a child needs a specification");
        }
    }

    record RestartChild(Object id) implements Message, Call<Start<?>> {
        RestartChild {
            Objects.requireNonNull(id, ChildSpec.NO_ID);
        }
    }

    record TerminateChild(Object id) implements Message, Call<ChildChange> {
        TerminateChild {
            Objects.requireNonNull(id, ChildSpec.NO_ID);
        }
    }

    record DeleteChild(Object id) implements Message, Call<ChildChange> {
        DeleteChild {
            Objects.requireNonNull(id, ChildSpec.NO_ID);
        }
    }

    record WhichChildren() implements Message, Call<List<ChildInfo>> {}

    record CountChildren() implements Message, Call<ChildCount> {}

    record GetChildSpec(Object id) implements Message, Call<Optional<ChildSpec<?>>> {
        GetChildSpec {
            Objects.requireNonNull(id, ChildSpec.NO_ID);
        }
    }

    record GetFlags() implements Message, Call<SupervisorFlags> {}

    /** Sent by the supervisor to itself, so that other requests get a turn between two attempts. */
    record TryAgain(Child child) implements Message, Cast {}

    private final SupervisorFlags flags;
    private final RestartIntensity intensity;
    private final List<ChildSpec<?>> specs;

    SupervisorServer(SupervisorFlags flags, List<ChildSpec<?>> specs) {
        this.flags = flags;
        this.intensity = new RestartIntensity(flags);
        this.specs = specs;
    }

    @Override
    String label() {
        return "Supervisor";
    }

    @Override
    boolean isSupervisor() {
        return true;
    }

    @Override
    Object visible(Children children) {
        return children.infos().reversed();
    }

    @Override
    protected Init<Children> init() {
        Processes.trapExits(true);
        intensity.tellStart();
        Children children = new Children();
        Optional<ExitReason> failure = declareAll(children).or(children::startAll);
        return failure.isPresent() ? stop(failure.get()) : ok(children);
    }

    private Optional<ExitReason> declareAll(Children children) {
        return specs.stream()
                .map(spec -> flags.autoShutdown().refusal(spec).or(() -> children.declare(spec)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    protected Next<Children> handle(Message message, Children children) {
        return switch (message) {
            case StartChild<?> request -> reply(request, start(request.spec(), children), children);
            case RestartChild request -> reply(request, start(request.id(), children), children);
            case TerminateChild request ->
                    reply(request, terminate(request.id(), children), children);
            case DeleteChild request -> reply(request, delete(request.id(), children), children);
            case WhichChildren request -> reply(request, children.infos(), children);
            case CountChildren request -> reply(request, children.count(), children);
            case GetFlags request -> reply(request, flags, children);
            case GetChildSpec request ->
                    reply(request, children.withId(request.id()).map(Child::spec), children);
            case TryAgain(Child child) ->
                    child.status() == Status.RESTARTING
                            ? restart(child, children)
                            : noreply(children);
            case Inspect request ->
                    reply(request, intensity.picture(children.pictures()), children);
        };
    }

    private Start<?> start(ChildSpec<?> spec, Children children) {
        Optional<ExitReason> refusal = flags.autoShutdown().refusal(spec);
        return refusal.isPresent()
                ? new Start.Failed<>(refusal.get())
                : children.withId(spec.id())
                        .<Start<?>>map(SupervisorServer::present)
                        .orElseGet(() -> children.add(spec));
    }

    private static Start<?> present(Child child) {
        return child.status() == Status.RUNNING
                ? new Start.AlreadyStarted<>(child.pid())
                : new Start.Failed<>(ExitReason.of("already_present"));
    }

    private static Start<?> start(Object id, Children children) {
        Optional<Child> known = children.withId(id);
        if (known.isEmpty()) {
            return new Start.Failed<>(ExitReason.of("not_found"));
        }
        return switch (known.get().status()) {
            case STOPPED -> children.start(known.get());
            case RUNNING -> new Start.Failed<>(ExitReason.of("running"));
            case RESTARTING -> new Start.Failed<>(ExitReason.of("restarting"));
        };
    }

    private static ChildChange terminate(Object id, Children children) {
        Optional<Child> known = children.withId(id);
        known.ifPresent(children::stop);
        return known.isPresent() ? ChildChange.OK : ChildChange.NOT_FOUND;
    }

    private static ChildChange delete(Object id, Children children) {
        Optional<Child> known = children.withId(id);
        if (known.isEmpty()) {
            return ChildChange.NOT_FOUND;
        }
        return switch (known.get().status()) {
            case STOPPED -> {
                children.remove(known.get());
                known.get().tellDeleted();
                yield ChildChange.OK;
            }
            case RUNNING -> ChildChange.RUNNING;
            case RESTARTING -> ChildChange.RESTARTING;
        };
    }

    @Override
    protected Next<Children> handleInfo(Object message, Children children) {
        return switch (message) {
            case ExitMessage(Pid<?> from, ExitReason reason) ->
                    children.withPid(from)
                            .map(child -> childEnded(child, reason, children))
                            .orElseGet(() -> noreply(children));
            case null, default -> super.handleInfo(message, children);
        };
    }

    private Next<Children> childEnded(Child child, ExitReason reason, Children children) {
        child.reportEnd(reason);
        if (child.comesBackAfter(reason)) {
            return restart(child, children);
        }
        children.ended(child);
        return flags.autoShutdown().follows(child, children)
                ? stop(ExitReason.SHUTDOWN, children)
                : noreply(children);
    }

    private Next<Children> restart(Child child, Children children) {
        if (!intensity.allowsOneMore()) {
            intensity.reportTooMany(child);
            children.ended(child);
            return stop(ExitReason.SHUTDOWN, children);
        }
        intensity.tellRestart(child);
        Optional<Child> failed =
                switch (flags.strategy()) {
                    case ONE_FOR_ONE -> children.restartAlone(child);
                    case ONE_FOR_ALL -> children.restartAll(child);
                    case REST_FOR_ONE -> children.restartFrom(child);
                };
        failed.ifPresent(SupervisorServer::tryAgainLater);
        return noreply(children);
    }

    private static void tryAgainLater(Child child) {
        child.awaitRestart();
        cast(Processes.<Message>self(), new TryAgain(child));
    }

    @Override
    protected void terminate(ExitReason reason, Children children) {
        children.stopAll();
    }
}
