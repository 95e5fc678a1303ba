package observer.model;

import observer.wire.ProcessDetail.End;
import observer.wire.ProcessView;

import otp.EtsTable;
import otp.Pid;

import java.util.List;
import java.util.Optional;

/**
 * Answers questions about what is known, whether it is in the picture or not. It is safe for
 * several threads, and waits for none but the one that changes the picture.
 */
public final class Directory {

    private final Object lock;
    private final Nodes nodes;
    private final ShownProcesses shown;
    private final Tables tables;
    private final Messages messages;

    /**
     * Creates a directory.
     *
     * @param lock held by those who change anything
     */
    Directory(Object lock, Nodes nodes, ShownProcesses shown, Tables tables, Messages messages) {
        this.lock = lock;
        this.nodes = nodes;
        this.shown = shown;
        this.tables = tables;
        this.messages = messages;
    }

    /** Returns what is known of a process, found by its number; nothing if it is not known. */
    public Optional<ProcessView> process(long id) {
        synchronized (lock) {
            return nodes.find(id).map(Views::of);
        }
    }

    /** Returns what is known of a process; nothing if it is not known. */
    public Optional<ProcessView> process(Pid<?> pid) {
        synchronized (lock) {
            return nodes.find(pid).map(Views::of);
        }
    }

    /** Returns the pid of the process that has a number; nothing if none is known. */
    public Optional<Pid<?>> pid(long id) {
        synchronized (lock) {
            return nodes.find(id).map(node -> node.pid);
        }
    }

    /** Returns the table that has an id; nothing if none is known. */
    public Optional<EtsTable<?, ?>> table(String id) {
        synchronized (lock) {
            return tables.find(id);
        }
    }

    /**
     * Returns a supervisor's living children, by their places; none if the process is no
     * supervisor, or not known.
     *
     * @param from how many are left out first
     * @param most how many are returned at most
     */
    public List<ProcessView> children(long id, int from, int most) {
        synchronized (lock) {
            return nodes.find(id).filter(Node::isSupervisor).stream()
                    .flatMap(node -> node.branch.children.living().stream())
                    .skip(from)
                    .limit(most)
                    .map(Views::of)
                    .toList();
        }
    }

    /** Returns how many living children a supervisor has; 0 if the process is none. */
    public int childCount(long id) {
        synchronized (lock) {
            return nodes.find(id)
                    .filter(Node::isSupervisor)
                    .map(node -> node.branch.children.size())
                    .orElse(0);
        }
    }

    /** Finds processes by what they are called. */
    public Search.Result search(String text) {
        synchronized (lock) {
            return Search.of(text, nodes.all());
        }
    }

    /**
     * Puts a process into the picture, and those above it. Returns the numbers of all of them; none
     * if the process is not known.
     */
    public List<Long> reveal(long id) {
        synchronized (lock) {
            return nodes.find(id).stream()
                    .flatMap(node -> shown.reveal(node).stream())
                    .map(node -> node.id)
                    .toList();
        }
    }

    /** Returns how the process before another in its place has ended, if that is known. */
    public Optional<End> lastCrash(long id) {
        synchronized (lock) {
            return nodes.find(id).map(node -> node.lastCrash);
        }
    }

    /** Returns the messages that a process has been seen to get, and not to take. */
    public List<String> waiting(long id) {
        synchronized (lock) {
            return messages.waiting(id);
        }
    }
}
