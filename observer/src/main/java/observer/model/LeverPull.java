package observer.model;

import observer.wire.Outcome;
import observer.wire.Outcome.Fate;
import observer.wire.Outcome.Verdict;
import observer.wire.ProcessView.State;

import otp.ExitReason;
import otp.Pid;
import otp.ProcessEvent.Ended;
import otp.Restart;
import otp.SupervisionEvent.ChildStarted;
import otp.SupervisionEvent.GaveUp;
import otp.SupervisionEvent.Restarting;
import otp.TraceEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A lever that was pulled, what somebody has predicted, and what has happened since: the trace is
 * the judge.
 */
final class LeverPull {

    /** When nothing has happened for so long, all has come to rest. */
    private static final double REST_MILLIS = 300;

    private static final double MOST_MILLIS = 5_000;

    final long number;
    final String lever;
    final Node target;
    private final Map<Node, Verdict> predicted;
    private final double begin;
    private double last;

    /** Who was linked with whom before; the end of a process ends its links. */
    private final Map<Node, Set<Node>> links = new HashMap<>();

    private final Set<Node> alive = new HashSet<>();
    private final List<Node> ended = new ArrayList<>();
    private final Nodes nodes;
    private final int living;

    /** Those with numbers up to this one were there before. */
    private final long newest;

    /** Those that have ended and were not in the picture: they are counted, and not explained. */
    private final Map<Pid<?>, Node> endedElsewhere = new HashMap<>();

    private final Set<Pid<?>> replacedElsewhere = new HashSet<>();

    /** Those that have ended, and that their supervisors restart unless they end first. */
    private final List<Node> toBeRestarted = new ArrayList<>();

    /** Which supervisors have restarted children, and at whose end. */
    private final Map<Node, Node> restarting = new LinkedHashMap<>();

    private final Set<Node> gaveUp = new HashSet<>();

    LeverPull(
            long number,
            String lever,
            Node target,
            Map<Node, Verdict> predicted,
            Nodes nodes,
            Stream<Node> everybody,
            double begin) {
        this.number = number;
        this.lever = lever;
        this.target = target;
        this.nodes = nodes;
        this.living = nodes.living();
        this.newest = nodes.newest();
        this.begin = begin;
        this.last = begin;
        everybody
                .filter(Node::isAlive)
                .forEach(node -> {
                    alive.add(node);
                    links.put(node, Set.copyOf(node.links));
                });
        this.predicted = new LinkedHashMap<>(predicted);
        this.predicted.keySet().retainAll(alive);
    }

    /** Notes what is going to be folded. */
    void note(TraceEvent.What event, double time) {
        switch (event) {
            case Ended(var process, var reason) ->
                    nodes.find(process)
                            .filter(node -> node.isAlive() && node.id <= newest)
                            .ifPresent(node -> noteEnd(node, reason, time));
            case ChildStarted started ->
                    started.before()
                            .filter(endedElsewhere::containsKey)
                            .ifPresent(replacedElsewhere::add);
            case Restarting restart ->
                    nodes.find(restart.supervisor())
                            .ifPresent(supervisor -> {
                                restart.ended()
                                        .flatMap(nodes::find)
                                        .ifPresent(
                                                child -> restarting.putIfAbsent(supervisor, child));
                                last = time;
                            });
            case GaveUp gave -> nodes.find(gave.supervisor()).ifPresent(gaveUp::add);
            default -> {}
        }
    }

    private void noteEnd(Node node, ExitReason reason, double time) {
        last = time;
        if (comesBackAfter(reason, node)) {
            toBeRestarted.add(node);
        }
        if (alive.contains(node)) {
            ended.add(node);
        } else {
            endedElsewhere.put(node.pid, node);
        }
    }

    private static boolean comesBackAfter(ExitReason reason, Node child) {
        return child.restart == Restart.PERMANENT
                || child.restart == Restart.TRANSIENT && !reason.isOrdinary();
    }

    boolean isOver(double now) {
        boolean isAtRest = now > last + REST_MILLIS && !isEnding() && !isRestarting();
        return isAtRest || now > begin + MOST_MILLIS;
    }

    /**
     * Tells whether somebody lives who is to end: on a busy machine that takes time, and a
     * supervisor that gives up waits for its children.
     */
    private boolean isEnding() {
        return isToldToEnd(target) || gaveUp.stream().anyMatch(Node::isAlive);
    }

    /** Tells whether a process lives still that nothing can save. */
    boolean isToldToEnd(Node node) {
        boolean isKilled = node == target && lever.equals("kill");
        return node.isAlive() && (isKilled || node.state == State.ENDING);
    }

    /** Tells whether a supervisor that lives has still to start what it restarts. */
    private boolean isRestarting() {
        return restarting.entrySet().stream()
                        .anyMatch(entry -> entry.getKey().isAlive() && isAwaited(entry.getValue()))
                || toBeRestarted.stream()
                        .anyMatch(node -> isAwaited(node) && isAtWork(node.parent));
    }

    private boolean isAwaited(Node child) {
        return !isReplaced(child) && !child.choseNotToRun;
    }

    private static boolean isAtWork(Node supervisor) {
        return supervisor != null && supervisor.isAlive() && !supervisor.isSuspended;
    }

    Outcome outcome(double now) {
        Explanation explanation = new Explanation(this);
        List<Fate> fates =
                (predicted.isEmpty() ? ended.stream() : predicted.keySet().stream())
                        .map(node -> fate(node, explanation))
                        .toList();
        int wrong = (int) fates.stream().filter(fate -> !fate.right()).count();
        return new Outcome(
                number,
                lever,
                target.id,
                now <= begin + MOST_MILLIS,
                summary(),
                predicted.isEmpty() ? 0 : fates.size() - wrong,
                wrong,
                !predicted.isEmpty(),
                fates);
    }

    private Fate fate(Node node, Explanation explanation) {
        Verdict guess = predicted.get(node);
        Verdict actual = verdict(node);
        return new Fate(
                node.id,
                node.title(),
                guess,
                actual,
                node.successor == null ? null : node.successor.id,
                guess == null || guess == actual,
                explanation.of(node));
    }

    private static Verdict verdict(Node node) {
        if (node.isAlive()) {
            return Verdict.LIVES;
        }
        return node.successor == null ? Verdict.ENDS : Verdict.REPLACED;
    }

    /** Counts all that there are, also those that are not in the picture. */
    private String summary() {
        long replaced =
                Stream.concat(ended.stream(), endedElsewhere.values().stream())
                        .filter(this::isReplaced)
                        .count();
        int all = ended.size() + endedElsewhere.size();
        return "%s %s: %d replaced, %d ended, %d live on."
                .formatted(
                        Explanation.deed(lever),
                        target.fullTitle(),
                        replaced,
                        all - replaced,
                        living - all);
    }

    private boolean isReplaced(Node node) {
        return node.successor != null || replacedElsewhere.contains(node.pid);
    }

    List<Node> ended() {
        return ended;
    }

    Map<Node, Node> restarting() {
        return restarting;
    }

    /** Tells whether one ended when another had ended already. */
    boolean endedAfter(Node node, Node other) {
        int before = ended.indexOf(other);
        return before >= 0 && before < ended.indexOf(node);
    }

    boolean hasGivenUp(Node node) {
        return gaveUp.contains(node);
    }

    boolean wereLinked(Node one, Node other) {
        return links.getOrDefault(one, Set.of()).contains(other);
    }
}
