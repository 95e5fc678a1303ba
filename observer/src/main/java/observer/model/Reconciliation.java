package observer.model;

import observer.wire.ProcessView.State;

import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;
import otp.SupervisorInfo;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares what is known with what there is. */
final class Reconciliation {

    private static final int MOST_LINKS = 1_000;

    private final Nodes nodes;
    private final ShownProcesses shown;
    private final Texts texts;
    private final Lives lives;
    private final Supervision supervision;

    Reconciliation(
            Nodes nodes, ShownProcesses shown, Texts texts, Lives lives, Supervision supervision) {
        this.nodes = nodes;
        this.shown = shown;
        this.texts = texts;
        this.lives = lives;
        this.supervision = supervision;
    }

    /** Takes a snapshot for the truth. */
    void reconcile(Snapshot snapshot, double now) {
        Set<Pid<?>> there = new HashSet<>();
        for (ProcessInfo info : snapshot.processes()) {
            if (!nodes.isHidden(info.pid())) {
                there.add(info.pid());
                nodes.find(info.pid())
                        .orElseGet(() -> lives.discovered(info.pid(), info.label(), now));
            }
        }
        List.copyOf(nodes.all()).stream()
                .filter(node -> node.isAlive() && !there.contains(node.pid))
                .filter(node -> !Processes.isAlive(node.pid))
                .forEach(node -> lives.ended(node, "not seen", now));
        snapshot.processes()
                .forEach(info -> nodes.find(info.pid()).ifPresent(node -> tie(node, info)));
    }

    private void tie(Node node, ProcessInfo info) {
        Lives.describe(node, info.label());
        info.names().forEach(name -> nodes.name(node, name, texts));
        info.links()
                .forEach(other -> nodes.find(other).ifPresent(linked -> Lives.link(node, linked)));
        shown.touch(node);
    }

    /** Notes what a supervisor has told of itself. */
    void place(SupervisorInfo told) {
        nodes.find(told.pid()).filter(Node::isAlive).ifPresent(node -> place(node, told));
    }

    private void place(Node node, SupervisorInfo told) {
        supervision.supervises(node, told.strategy(), told.maxRestarts(), told.maxSeconds());
        Set<String> ids = new HashSet<>();
        for (SupervisorInfo.Child child : told.children()) {
            child.id().map(texts::name).ifPresent(ids::add);
            place(node, child);
        }
        node.branch.forgetOthers(ids);
        shown.touch(node);
    }

    private void place(Node node, SupervisorInfo.Child child) {
        if (child.pid().isEmpty()) {
            child.id().map(texts::name).ifPresent(node.branch::slot);
            return;
        }
        child.pid()
                .flatMap(nodes::find)
                .filter(process -> process.isAlive() && process.restart == null)
                .ifPresent(process ->
                        supervision.isChild(node, process, child.id(), child.restart(), null));
    }

    /** Looks at those in the picture. */
    void look() {
        shown.everybody().filter(Node::isAlive).forEach(this::look);
    }

    private void look(Node node) {
        int mailbox = Processes.mailboxLength(node.pid);
        State state = Processes.isAlive(node.pid) ? State.ALIVE : State.ENDING;
        Optional<ProcessInfo> info = info(node);
        boolean isSuspended =
                info.filter(told -> told.status() == ProcessInfo.Status.SUSPENDED).isPresent();
        node.trapsExits =
                node.isSupervisor() || info.map(ProcessInfo::trapsExits).orElse(node.trapsExits);
        if (node.mailbox != mailbox || node.state != state || node.isSuspended != isSuspended) {
            node.mailbox = mailbox;
            node.state = state;
            node.isSuspended = isSuspended;
            shown.touch(node);
        }
    }

    /** To ask a supervisor with very many children would copy as many links each time. */
    private static Optional<ProcessInfo> info(Node node) {
        return node.links.size() <= MOST_LINKS ? Processes.info(node.pid) : Optional.empty();
    }

    /** Counts only those restarts that the supervisors still count. */
    void forgetOldRestarts(double now) {
        shown.everybody()
                .filter(node -> node.isSupervisor() && node.branch.forgetOldRestarts(now))
                .forEach(shown::touch);
    }
}
