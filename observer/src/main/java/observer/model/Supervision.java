package observer.model;

import observer.wire.LogEntry.Kind;
import observer.wire.ProcessDetail.End;
import observer.wire.ProcessView;

import otp.ExitReason;
import otp.Pid;
import otp.Restart;
import otp.Start;
import otp.Strategy;
import otp.SupervisionEvent;
import otp.SupervisionEvent.ChildDeleted;
import otp.SupervisionEvent.ChildNotStarted;
import otp.SupervisionEvent.ChildStarted;
import otp.SupervisionEvent.GaveUp;
import otp.SupervisionEvent.Restarting;
import otp.SupervisionEvent.SupervisorStarted;

import java.util.Locale;
import java.util.Optional;

/** Folds what supervisors do into the picture: who is whose child, and who succeeds whom. */
final class Supervision {

    private final Nodes nodes;
    private final ShownProcesses shown;
    private final Texts texts;
    private final Journal journal;

    Supervision(Nodes nodes, ShownProcesses shown, Texts texts, Journal journal) {
        this.nodes = nodes;
        this.shown = shown;
        this.texts = texts;
        this.journal = journal;
    }

    void fold(SupervisionEvent event, double time) {
        switch (event) {
            case SupervisorStarted(Pid<?> supervisor, Strategy strategy, int most, int seconds) ->
                    nodes.find(supervisor)
                            .ifPresent(node -> supervises(node, strategy, most, seconds));
            case ChildStarted started ->
                    nodes.find(started.supervisor())
                            .filter(Node::isSupervisor)
                            .ifPresent(supervisor -> childStarted(supervisor, started, time));
            case ChildNotStarted notStarted ->
                    nodes.find(notStarted.supervisor())
                            .filter(Node::isSupervisor)
                            .ifPresent(supervisor -> notStarted(supervisor, notStarted, time));
            case ChildDeleted(Pid<?> supervisor, Object id) ->
                    nodes.find(supervisor)
                            .filter(Node::isSupervisor)
                            .ifPresent(node -> deleted(node, id));
            case Restarting restarting ->
                    nodes.find(restarting.supervisor())
                            .filter(Node::isSupervisor)
                            .ifPresent(node -> restarting(node, restarting, time));
            case GaveUp(Pid<?> supervisor, Optional<Object> id, int most, int seconds) ->
                    nodes.find(supervisor)
                            .ifPresent(node -> gaveUp(node, nameOf(id), most, seconds, time));
        }
    }

    /** Makes a process a supervisor, unless it is known as one. */
    void supervises(Node node, Strategy strategy, int maxRestarts, int maxSeconds) {
        if (!node.isSupervisor()) {
            shown.leave(node);
            String name = strategy.name().toLowerCase(Locale.ROOT);
            node.branch = new Branch(name, maxRestarts, maxSeconds);
            node.kind = ProcessView.Kind.SUPERVISOR;
            shown.enter(node);
        }
    }

    private String nameOf(Optional<Object> id) {
        return id.map(texts::name).orElse("a child");
    }

    private void childStarted(Node supervisor, ChildStarted started, double time) {
        Optional<Node> before = started.before().flatMap(nodes::find);
        nodes.find(started.child())
                .ifPresent(child -> {
                    isChild(
                            supervisor,
                            child,
                            started.id(),
                            started.restart(),
                            before.orElse(null));
                    tellOfStart(supervisor, child, started.before(), time);
                });
    }

    /** Makes a process a child; before it, another may have been in its place. */
    void isChild(Node supervisor, Node child, Optional<Object> id, Restart restart, Node before) {
        if (child.isAlive()) {
            shown.leave(child);
        }
        child.parent = supervisor;
        child.childId = id.map(texts::name).orElse(null);
        child.restart = restart;
        succeed(before, child);
        if (child.childId != null) {
            Branch.Slot slot = supervisor.branch.slot(child.childId);
            slot.node = child;
            slot.isRestarting = false;
            child.place = slot.place;
        } else {
            child.place = before == null ? supervisor.branch.children.newPlace() : before.place;
        }
        if (child.isAlive()) {
            shown.enter(child);
        }
        // What a start function has started beside the child is nobody's child.
        supervisor.branch.starting.remove(child);
        supervisor.branch.starting.forEach(shown::orphan);
        supervisor.branch.starting.clear();
    }

    /** Gives a process the place of one that has ended; its children follow theirs. */
    private void succeed(Node before, Node successor) {
        if (before == null || before == successor || successor.predecessor != null) {
            return;
        }
        successor.predecessor = before;
        before.successor = successor;
        successor.lastCrash = new End(before.reason, before.ended);
        successor.generation = before.generation + 1;
        shown.touch(before);
        shown.touch(successor);
        if (before.isSupervisor() && successor.isSupervisor()) {
            before.branch.inherit(successor.branch, this::succeed);
        }
    }

    private void tellOfStart(Node supervisor, Node child, Optional<Pid<?>> before, double time) {
        if (before.isPresent()) {
            Branch branch = supervisor.branch;
            String text =
                    "%s started %s: %d of %d restarts in %d s."
                            .formatted(
                                    supervisor.title(),
                                    child.fullTitle(),
                                    branch.restarts(),
                                    branch.maxRestarts,
                                    branch.maxSeconds);
            journal.add(time, Kind.RESTARTED, text, child, child.predecessor);
        } else {
            String text = "%s started %s.".formatted(supervisor.title(), child.fullTitle());
            journal.add(time, Kind.STARTED, text, child, null);
        }
    }

    private void deleted(Node supervisor, Object id) {
        supervisor.branch.forget(texts.name(id));
        shown.touch(supervisor);
    }

    private void notStarted(Node supervisor, ChildNotStarted event, double time) {
        if (event.outcome() instanceof Start.Ignore<?>) {
            boolean isKept = event.restart() != Restart.TEMPORARY;
            event.id()
                    .map(texts::name)
                    .ifPresent(id -> supervisor.branch.choseNotToRun(id, isKept));
        }
        String why =
                switch (event.outcome()) {
                    case Start.Failed<?>(ExitReason reason) -> texts.message(reason);
                    case Start.AlreadyStarted<?>(Pid<?> holder) -> "its name is that of " + holder;
                    case Start.Ignore<?> _ -> "it chose not to run";
                    case Start.Ok<?>(Pid<?> pid) -> "it runs as " + pid;
                };
        String text =
                "%s could not start %s: %s.".formatted(supervisor.title(), nameOf(event.id()), why);
        journal.add(time, Kind.ENDED, text, supervisor, null);
        shown.touch(supervisor);
    }

    private void restarting(Node supervisor, Restarting event, double time) {
        supervisor.branch.restarted(time, event.restarts());
        event.id().ifPresent(id -> supervisor.branch.slot(texts.name(id)).isRestarting = true);
        shown.touch(supervisor);
    }

    private void gaveUp(Node supervisor, String id, int most, int seconds, double time) {
        String text =
                "%s gives up: more than %d restarts in %d s, at last of %s."
                        .formatted(supervisor.fullTitle(), most, seconds, id);
        journal.add(time, Kind.GAVE_UP, text, supervisor, null);
        shown.touch(supervisor);
    }
}
