package observer.model;

import observer.wire.LogEntry.Kind;
import observer.wire.ProcessView;
import observer.wire.ProcessView.State;
import observer.wire.VisibleText;

import otp.ExitReason;
import otp.Monitor;
import otp.Pid;
import otp.ProcessEvent;
import otp.ProcessEvent.Demonitored;
import otp.ProcessEvent.Ended;
import otp.ProcessEvent.Linked;
import otp.ProcessEvent.Lost;
import otp.ProcessEvent.Monitored;
import otp.ProcessEvent.Registered;
import otp.ProcessEvent.RunsServer;
import otp.ProcessEvent.Sent;
import otp.ProcessEvent.Started;
import otp.ProcessEvent.Taken;
import otp.ProcessEvent.Unlinked;
import otp.ProcessEvent.Unregistered;
import otp.ProcessName;
import otp.Restart;
import otp.ServerRef;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Folds what happens to processes into the picture: their beginnings, names, ties, and ends. */
final class Lives {

    private final Nodes nodes;
    private final ShownProcesses shown;
    private final Texts texts;
    private final Journal journal;
    private final Messages messages;
    private long deadNotShown;

    Lives(Nodes nodes, ShownProcesses shown, Texts texts, Journal journal, Messages messages) {
        this.nodes = nodes;
        this.shown = shown;
        this.texts = texts;
        this.journal = journal;
        this.messages = messages;
    }

    void fold(ProcessEvent event, double time) {
        switch (event) {
            case Started(Pid<?> process, Optional<Pid<?>> parent, String label) ->
                    started(process, parent, label, time);
            case RunsServer(Pid<?> process, String label) -> runsServer(process, label, time);
            case Ended(Pid<?> process, ExitReason reason) ->
                    nodes.find(process).ifPresent(node -> ended(node, texts.message(reason), time));
            case Registered(Pid<?> process, ProcessName<?> name) ->
                    named(process, node -> nodes.name(node, name, texts));
            case Unregistered(Pid<?> process, ProcessName<?> name) ->
                    named(process, node -> nodes.unname(node, name, texts));
            case Linked(Pid<?> process, Pid<?> other) -> both(process, other, Lives::link);
            case Unlinked(Pid<?> process, Pid<?> other) -> both(process, other, Lives::unlink);
            case Monitored(Pid<?> process, Monitor monitor, ServerRef<?> other) ->
                    monitored(process, monitor, other);
            case Demonitored(Pid<?> process, Monitor monitor) ->
                    nodes.find(process).ifPresent(node -> demonitored(node, monitor));
            case Sent sent -> messages.sent(sent, time);
            case Taken taken -> messages.taken(taken, time);
            case Lost lost -> messages.lost(lost);
        }
    }

    private void started(Pid<?> process, Optional<Pid<?>> parent, String label, double time) {
        if (nodes.isHidden(process) || nodes.find(process).isPresent()) {
            return;
        }
        Node node = new Node(process, time);
        describe(node, label);
        // Whom a supervisor starts is going to be its child.
        node.parent = parent.flatMap(nodes::find).filter(Node::isSupervisor).orElse(null);
        if (node.parent != null) {
            node.parent.branch.starting.add(node);
        }
        nodes.add(node);
        node.place = shown.siblings(node).newPlace();
        shown.enter(node);
    }

    /** Notes a process that was there before anybody looked. */
    Node discovered(Pid<?> process, String label, double time) {
        started(process, Optional.empty(), label, time);
        return nodes.find(process).orElseThrow();
    }

    private void runsServer(Pid<?> process, String label, double time) {
        nodes.find(process)
                .ifPresent(node -> {
                    describe(node, label);
                    shown.touch(node);
                });
    }

    static void describe(Node node, String label) {
        node.label = VisibleText.of(label, Texts.NAME);
        node.kind =
                switch (label) {
                    case "Process" -> ProcessView.Kind.PROCESS;
                    case "Thread" -> ProcessView.Kind.THREAD;
                    case "Task" -> ProcessView.Kind.TASK;
                    default ->
                            node.isSupervisor()
                                    ? ProcessView.Kind.SUPERVISOR
                                    : ProcessView.Kind.SERVER;
                };
    }

    private void named(Pid<?> process, Consumer<Node> change) {
        nodes.find(process)
                .ifPresent(node -> {
                    change.accept(node);
                    shown.touch(node);
                });
    }

    private void both(Pid<?> one, Pid<?> other, BiConsumer<Node, Node> change) {
        nodes.find(one)
                .ifPresent(first ->
                        nodes.find(other)
                                .ifPresent(second -> {
                                    change.accept(first, second);
                                    shown.touch(first);
                                    shown.touch(second);
                                }));
    }

    static void link(Node one, Node other) {
        if (one.isAlive() && other.isAlive()) {
            one.links.add(other);
            other.links.add(one);
        }
    }

    private static void unlink(Node one, Node other) {
        one.links.remove(other);
        other.links.remove(one);
    }

    private void monitored(Pid<?> process, Monitor monitor, ServerRef<?> other) {
        nodes.find(process)
                .ifPresent(node ->
                        nodes.find(other, texts)
                                .filter(Node::isAlive)
                                .ifPresent(watched -> {
                                    node.monitors.put(monitor, watched);
                                    watched.monitoredBy.put(monitor, node);
                                    shown.touch(node);
                                }));
    }

    private void demonitored(Node node, Monitor monitor) {
        Node watched = node.monitors.remove(monitor);
        if (watched != null) {
            watched.monitoredBy.remove(monitor);
            shown.touch(node);
        }
    }

    /** Notes an end, unless it is known. */
    void ended(Node node, String reason, double time) {
        if (!node.isAlive()) {
            return;
        }
        node.state = State.DEAD;
        nodes.ended();
        node.ended = time;
        node.reason = reason;
        node.mailbox = 0;
        node.isSuspended = false;
        node.delay = 0;
        untie(node);
        if (node.parent != null) {
            node.parent.branch.starting.remove(node);
        }
        if (node.restart == Restart.TEMPORARY && node.childId != null) {
            node.parent.branch.forget(node.childId);
        }
        messages.ended(node.pid);
        if (!shown.ended(node)) {
            nodes.remove(node);
            deadNotShown++;
        }
        journal.add(
                time, Kind.ENDED, "%s ended: %s.".formatted(node.fullTitle(), reason), node, null);
    }

    private void untie(Node node) {
        node.links.forEach(other -> {
            other.links.remove(node);
            shown.touch(other);
        });
        node.monitors.forEach((monitor, watched) -> watched.monitoredBy.remove(monitor));
        node.monitoredBy.forEach((monitor, watcher) -> {
            watcher.monitors.remove(monitor);
            shown.touch(watcher);
        });
        node.links.clear();
        node.monitors.clear();
        node.monitoredBy.clear();
    }

    /** Forgets those whose time in the picture is over. */
    void buryDead(double now) {
        for (Node node : shown.buryDead(now)) {
            nodes.remove(node);
            if (node.isSupervisor()) {
                node.branch.children.living().stream().toList().forEach(shown::orphan);
            }
            if (node.successor != null) {
                // Otherwise each would keep all those before it.
                node.successor.predecessor = null;
                shown.touch(node.successor);
            }
        }
    }

    long deadNotShown() {
        return deadNotShown;
    }
}
