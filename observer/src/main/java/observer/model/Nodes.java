package observer.model;

import otp.Name;
import otp.Pid;
import otp.ProcessName;
import otp.ServerRef;
import otp.Via;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All processes that are known, found by their pids, their numbers, and their names. */
final class Nodes {

    private final Map<Pid<?>, Node> byPid = new LinkedHashMap<>();
    private final Map<Long, Node> byId = new HashMap<>();
    private final Map<String, Node> byName = new HashMap<>();

    /** The observer's own. */
    private final Set<Pid<?>> hidden = new HashSet<>();

    private int living;
    private long newest;

    void hide(Pid<?> pid) {
        hidden.add(pid);
    }

    boolean isHidden(Pid<?> pid) {
        return hidden.contains(pid);
    }

    Optional<Node> find(Pid<?> pid) {
        return Optional.ofNullable(byPid.get(pid));
    }

    Optional<Node> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Node> find(ServerRef<?> reference, Texts texts) {
        return switch (reference) {
            case Pid<?> pid -> find(pid);
            case ProcessName<?> name -> Optional.ofNullable(byName.get(texts.name(name)));
        };
    }

    /** Returns how many of those that are known are alive. */
    int living() {
        return living;
    }

    /** Returns the greatest number that a process has had so far. */
    long newest() {
        return newest;
    }

    /** Notes that a process has ended. */
    void ended() {
        living--;
    }

    void add(Node node) {
        living++;
        newest = Math.max(newest, node.id);
        byPid.put(node.pid, node);
        byId.put(node.id, node);
    }

    void remove(Node node) {
        byPid.remove(node.pid);
        byId.remove(node.id);
        node.names.forEach(name -> byName.remove(name, node));
    }

    void name(Node node, ProcessName<?> name, Texts texts) {
        String text = texts.name(name);
        node.names.add(text);
        byName.put(text, node);
        if (name instanceof Name<?>) {
            node.shortName = text;
        } else if (node.shortName == null && name instanceof Via<?> via) {
            node.shortName = texts.name(via.key());
        }
    }

    /** Forgets a name, unless its process has ended: the dead keep what they were called by. */
    void unname(Node node, ProcessName<?> name, Texts texts) {
        String text = texts.name(name);
        byName.remove(text, node);
        if (node.isAlive()) {
            node.names.remove(text);
            node.shortName = node.names.stream().findFirst().orElse(null);
        }
    }

    Collection<Node> all() {
        return byPid.values();
    }
}
