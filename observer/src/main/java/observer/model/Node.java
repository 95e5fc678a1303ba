package observer.model;

import observer.wire.ProcessDetail.End;
import observer.wire.ProcessView.Kind;
import observer.wire.ProcessView.State;

import otp.Monitor;
import otp.Pid;
import otp.Restart;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A process, as far as it is known. The fields are the model's own notes, and nobody else's. */
final class Node {

    /** How a pid is written, before its number. */
    private static final String PREFIX = "#PID<0.";

    final long id;
    final Pid<?> pid;
    final double since;

    String label = "Process";
    Kind kind = Kind.PROCESS;
    final Set<String> names = new LinkedHashSet<>(2);

    /** The shortest of its names: of a key in a registry, the key; null if it has none. */
    String shortName;

    /** The supervisor that it is a child of; null if there is none. */
    Node parent;

    int place;
    String childId;
    Restart restart;
    int generation = 1;
    Node predecessor;
    Node successor;

    /** How the process before it in its place has ended; null if none is known. */
    End lastCrash;

    State state = State.ALIVE;
    boolean isSuspended;

    /** Whether exit signals reach it as messages, when it was looked at last. */
    boolean trapsExits;

    /** Whether it was started again, and has chosen not to run. */
    boolean choseNotToRun;

    long delay;
    int mailbox;
    Double ended;
    String reason;

    /** What only a supervisor has; null for others. */
    Branch branch;

    /** Those that it is linked with: a link is noted at both ends. */
    final Set<Node> links = new HashSet<>(2);

    final Map<Monitor, Node> monitors = new HashMap<>(2);

    /** Which processes monitor it: so that their notes go when it ends. */
    final Map<Monitor, Node> monitoredBy = new HashMap<>(2);

    final Set<String> tables = new LinkedHashSet<>(1);

    /** Whether it is in the picture. */
    boolean isShown;

    /** Whether somebody has looked for it, and it has to be in the picture. */
    boolean isRevealed;

    Node(Pid<?> pid, double since) {
        this.pid = pid;
        this.id = number(pid);
        this.since = since;
    }

    /** Returns the number of a process, by which pages know it. */
    static long number(Pid<?> pid) {
        String text = pid.toString();
        return Long.parseLong(text.substring(PREFIX.length(), text.lastIndexOf('.')));
    }

    boolean isAlive() {
        return state != State.DEAD;
    }

    boolean isSupervisor() {
        return branch != null;
    }

    /** Returns what a person calls it: its name, what its supervisor calls it, or what it is. */
    String title() {
        if (shortName != null) {
            return shortName;
        }
        return childId != null ? childId : label;
    }

    /** Returns what a person calls it, and its pid, so that it is not taken for its successor. */
    String fullTitle() {
        return title() + " " + pid;
    }

    @Override
    public String toString() {
        return fullTitle();
    }
}
