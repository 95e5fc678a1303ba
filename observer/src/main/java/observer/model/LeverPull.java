package observer.model;

import observer.wire.Outcome;
import observer.wire.Outcome.Fate;
import observer.wire.Outcome.Verdict;

import otp.ProcessEvent.Ended;
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

    /** Which supervisors have restarted children, and at whose end. */
    private final Map<Node, Node> restarting = new LinkedHashMap<>();

    private final Set<Node> gaveUp = new HashSet<>();

    LeverPull(
            long number,
            String lever,
            Node target,
            Map<Node, Verdict> predicted,
            Stream<Node> everybody,
            double begin) {
        this.number = number;
        this.lever = lever;
        this.target = target;
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

    /** Notes what has just been folded. */
    void note(TraceEvent.What event, Nodes nodes, double time) {
        switch (event) {
            case Ended(var process, _) ->
                    nodes.find(process)
                            .filter(alive::contains)
                            .ifPresent(node -> {
                                ended.add(node);
                                last = time;
                            });
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

    boolean isOver(double now) {
        boolean isAtRest = now > last + REST_MILLIS && !isEnding() && !isRestarting();
        return isAtRest || now > begin + MOST_MILLIS;
    }

    /** Tells whether a killed process lives still: on a busy machine, an end takes time. */
    private boolean isEnding() {
        return lever.equals("kill") && target.isAlive();
    }

    /** Tells whether a supervisor that lives has still to start what it restarts. */
    private boolean isRestarting() {
        return restarting.entrySet().stream()
                .anyMatch(entry -> entry.getKey().isAlive() && entry.getValue().successor == null);
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

    private String summary() {
        long replaced = ended.stream().filter(node -> node.successor != null).count();
        return "%s %s: %d replaced, %d ended, %d live on."
                .formatted(
                        Explanation.deed(lever),
                        target.fullTitle(),
                        replaced,
                        ended.size() - replaced,
                        alive.size() - ended.size());
    }

    List<Node> ended() {
        return ended;
    }

    Map<Node, Node> restarting() {
        return restarting;
    }

    boolean hasGivenUp(Node node) {
        return gaveUp.contains(node);
    }

    boolean wereLinked(Node one, Node other) {
        return links.getOrDefault(one, Set.of()).contains(other);
    }
}
