package observer.model;

import observer.wire.ProcessView;
import observer.wire.SupervisionView;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes what a page is sent of what is known. */
final class Views {

    private static final int MOST_TIES = 100;
    private static final int MOST_NAMES = 3;

    private Views() {}

    static ProcessView of(Node node) {
        List<Node> links = node.links.stream().filter(other -> other.id < node.id).toList();
        List<Long> shownLinks = shown(links.stream());
        return new ProcessView(
                node.id,
                node.pid.toString(),
                node.title(),
                node.label,
                node.names.stream().limit(MOST_NAMES).toList(),
                node.kind,
                id(node.parent),
                node.place,
                node.childId,
                node.restart == null ? null : node.restart.name().toLowerCase(Locale.ROOT),
                node.state,
                node.isSuspended,
                node.delay,
                node.mailbox,
                node.since,
                node.ended,
                node.reason,
                id(node.predecessor),
                id(node.successor),
                node.generation,
                shownLinks,
                shown(node.monitors.values().stream()),
                links.size() - shownLinks.size(),
                List.copyOf(node.tables),
                node.isSupervisor() ? supervision(node.branch) : null);
    }

    private static List<Long> shown(Stream<Node> nodes) {
        return nodes.filter(node -> node.isShown)
                .map(node -> node.id)
                .distinct()
                .limit(MOST_TIES)
                .toList();
    }

    private static Long id(Node node) {
        return node == null ? null : node.id;
    }

    private static SupervisionView supervision(Branch branch) {
        return new SupervisionView(
                branch.strategy,
                branch.maxRestarts,
                branch.maxSeconds,
                branch.restarts(),
                branch.restartsEver,
                branch.size(),
                branch.children.size() - branch.children.shown(),
                branch.waiting());
    }

    static List<ProcessView> of(Collection<Node> nodes) {
        return nodes.stream().map(Views::of).toList();
    }
}
