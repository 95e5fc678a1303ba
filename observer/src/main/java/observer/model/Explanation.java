package observer.model;

import otp.Restart;

import java.util.Optional;

/** Says in a sentence why a process has ended, or why it has not: from what the trace has shown. */
final class Explanation {

    private final LeverPull pull;

    Explanation(LeverPull pull) {
        this.pull = pull;
    }

    /** Returns what a lever does, as the begin of a sentence. */
    static String deed(String lever) {
        return switch (lever) {
            case "kill" -> "You killed";
            case "exit" -> "You sent an exit signal to";
            case "suspend" -> "You suspended";
            case "resume" -> "You resumed";
            default -> "You slowed down";
        };
    }

    String of(Node node) {
        return node.isAlive() ? whyAlive(node) : whyEnded(node) + " " + whatCameNext(node);
    }

    private String whyEnded(Node node) {
        if (node == pull.target) {
            return deed(pull.lever) + " it.";
        }
        if (pull.hasGivenUp(node)) {
            return "It gave up: there were too many restarts.";
        }
        return bySupervisor(node)
                .or(() -> byParent(node))
                .or(() -> bySignificantChild(node))
                .or(() -> byLink(node))
                .orElseGet(() -> "It ended by itself: %s.".formatted(node.reason));
    }

    /** A supervisor ends its children before itself, and those that it restarts together. */
    private Optional<String> bySupervisor(Node node) {
        Node above = node.parent;
        if (above == null || pull.endedAfter(node, above)) {
            return Optional.empty();
        }
        if (pull.endedAfter(above, node)) {
            return Optional.of(
                    "Its supervisor %s ended, and ended its children first."
                            .formatted(above.title()));
        }
        return Optional.ofNullable(pull.restarting().get(above))
                .filter(ended -> ended != node)
                .flatMap(ended -> together(above, ended, node));
    }

    /** What is restarted together is ended together; all others end for reasons of their own. */
    private static Optional<String> together(Node supervisor, Node ended, Node node) {
        return switch (supervisor.branch.strategy) {
            case "one_for_all" ->
                    Optional.of(
                            "Under one_for_all, %s restarts all its children when %s ends."
                                    .formatted(supervisor.title(), ended.title()));
            case "rest_for_one" ->
                    Optional.of(
                                    "Under rest_for_one, %s restarts what stands after %s, too."
                                            .formatted(supervisor.title(), ended.title()))
                            .filter(_ -> node.place > ended.place);
            default -> Optional.empty();
        };
    }

    /** Who was linked with a supervisor that is killed gets an exit signal from it. */
    private Optional<String> byParent(Node node) {
        return Optional.ofNullable(node.parent)
                .filter(above -> node.trapsExits && pull.endedAfter(node, above))
                .map(above ->
                        "Its supervisor %s ended: a server ends with its parent, though it traps exits."
                                .formatted(above.title()));
    }

    /** A supervisor that was neither told to end nor gives up does so for a child's sake. */
    private Optional<String> bySignificantChild(Node node) {
        return linkedAndEnded(node)
                .filter(child -> node.isSupervisor() && child.parent == node)
                .filter(child -> child.restart != Restart.PERMANENT && child.successor == null)
                .map(child ->
                        "It shut itself down: its child %s ended, which is significant."
                                .formatted(child.title()));
    }

    private Optional<String> byLink(Node node) {
        return linkedAndEnded(node)
                .map(other ->
                        node.trapsExits
                                ? "It traps exits, and ended by itself when %s did, which it was linked with."
                                        .formatted(other.title())
                                : "It was linked with %s, which ended, and it does not trap exits."
                                        .formatted(other.title()));
    }

    private Optional<Node> linkedAndEnded(Node node) {
        return pull.ended().stream()
                .filter(other -> other != node && pull.wereLinked(node, other))
                .findFirst();
    }

    private String whatCameNext(Node node) {
        if (node.successor != null) {
            Node by = node.successor.parent;
            return "%s started %s in its place."
                    .formatted(by == null ? "Somebody" : by.title(), node.successor.pid);
        }
        if (node.parent == null) {
            return "It has no supervisor: nothing takes its place.";
        }
        if (node.restart == Restart.TEMPORARY) {
            return "It is temporary: it is not restarted.";
        }
        if (node.choseNotToRun) {
            return "It was started again, and chose not to run.";
        }
        if (!node.parent.isAlive()) {
            return "Its supervisor is gone as well, and its place with it.";
        }
        return node.restart == Restart.TRANSIENT
                ? "It is transient, and this was an ordinary end: it is not restarted."
                : "It has not been restarted yet.";
    }

    private String whyAlive(Node node) {
        if (pull.isToldToEnd(node)) {
            return "It has been told to end, and still runs.";
        }
        if (node == pull.target) {
            return "It ignored the signal: it traps exits, or the reason was normal.";
        }
        Node ended = pull.restarting().get(node);
        if (ended != null) {
            return "It is the supervisor of %s: it traps exits, and starts its child again."
                    .formatted(ended.title());
        }
        return linkedAndEnded(node)
                .map(other -> spared(node, other))
                .or(() -> besides(node))
                .orElseGet(() ->
                        node.parent != null && node.parent.isAlive()
                                ? "It is linked with nothing that ended, and its supervisor lives."
                                : "It is linked with nothing that ended.");
    }

    private static String spared(Node node, Node ended) {
        return node.trapsExits
                ? "It was linked with %s, but traps exits: the end came as a message."
                        .formatted(ended.title())
                : "It was linked with %s, whose end was normal: that ends nobody else."
                        .formatted(ended.title());
    }

    /** What a supervisor spares when it restarts another child. */
    private Optional<String> besides(Node node) {
        return Optional.ofNullable(node.parent)
                .map(above -> pull.restarting().get(above))
                .map(ended ->
                        switch (node.parent.branch.strategy) {
                            case "rest_for_one" ->
                                    "It stands before %s: rest_for_one restarts what stands after."
                                            .formatted(ended.title());
                            default ->
                                    "Under one_for_one, %s restarts only %s."
                                            .formatted(node.parent.title(), ended.title());
                        });
    }
}
