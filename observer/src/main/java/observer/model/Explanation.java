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
                .or(() -> byLink(node))
                .orElseGet(() -> "It ended by itself: %s.".formatted(node.reason));
    }

    /** A supervisor ends its children before itself, and those that it restarts together. */
    private Optional<String> bySupervisor(Node node) {
        Node above = node.parent;
        if (above == null || isKilled(node) && pull.ended().contains(above)) {
            return Optional.empty();
        }
        if (pull.ended().contains(above)) {
            return Optional.of(
                    "Its supervisor %s ended, and ended its children first."
                            .formatted(above.title()));
        }
        return Optional.ofNullable(pull.restarting().get(above))
                .filter(ended -> ended != node)
                .map(ended -> together(above, ended));
    }

    private static boolean isKilled(Node node) {
        return "killed".equals(node.reason);
    }

    private static String together(Node supervisor, Node ended) {
        return switch (supervisor.branch.strategy) {
            case "one_for_all" ->
                    "Under one_for_all, %s restarts all its children when %s ends."
                            .formatted(supervisor.title(), ended.title());
            case "rest_for_one" ->
                    "Under rest_for_one, %s restarts what stands after %s, too."
                            .formatted(supervisor.title(), ended.title());
            default -> "It ended by itself.";
        };
    }

    private Optional<String> byLink(Node node) {
        return pull.ended().stream()
                .filter(other -> other != node && pull.wereLinked(node, other))
                .findFirst()
                .map(other ->
                        "It was linked with %s, which ended, and it does not trap exits."
                                .formatted(other.title()));
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
        if (!node.parent.isAlive()) {
            return "Its supervisor is gone as well, and its place with it.";
        }
        return node.restart == Restart.TRANSIENT
                ? "It is transient, and this was an ordinary end: it is not restarted."
                : "It has not been restarted yet.";
    }

    private String whyAlive(Node node) {
        if (node == pull.target) {
            return whyTargetLives();
        }
        Node ended = pull.restarting().get(node);
        if (ended != null) {
            return "It is the supervisor of %s: it traps exits, and starts its child again."
                    .formatted(ended.title());
        }
        return pull.ended().stream()
                .filter(other -> pull.wereLinked(node, other))
                .findFirst()
                .map(other ->
                        "It was linked with %s, but traps exits: the end came as a message."
                                .formatted(other.title()))
                .or(() -> besides(node))
                .orElseGet(() -> "It is linked with nothing that ended, and its supervisor lives.");
    }

    private String whyTargetLives() {
        return pull.lever.equals("exit")
                ? "It ignored the signal: it traps exits, or the reason was normal."
                : "Only kill and exit end a process.";
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
