package otp.conformance;

import otp.ExitReason;
import otp.Pid;
import otp.Processes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tracer knows. It belongs to the tracer's process: see {@link Tracer}. */
final class Log {

    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<Pid<?>, Watched> living = new HashMap<>();
    private final Map<Pid<?>, String> references = new HashMap<>();
    private final Map<String, Pid<?>> lastAtPath = new HashMap<>();
    private final Map<String, String> waiting = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private final Set<String> suspended = new HashSet<>();
    private final Set<Integer> settled = new HashSet<>();
    private List<Event> events = new ArrayList<>();
    private List<Death> deaths = new ArrayList<>();
    private int size;

    /** Returns what those wait for whose messages are in the mailbox of a process that is held. */
    static String queueOf(String reference) {
        return "queue of " + reference;
    }

    /** Returns what those wait for whose messages are in the mailbox of a suspended server. */
    static String resumptionOf(String reference) {
        return "resumption of " + reference;
    }

    int numberOfStart(String path) {
        return starts.merge(path, 1, Integer::sum);
    }

    void watch(Watched process) {
        Processes.monitor(process.pid());
        living.put(process.pid(), process);
        lastAtPath.put(process.path(), process.pid());
        references.put(process.pid(), process.reference());
    }

    void note(Event event) {
        events.add(event);
        size++;
    }

    void died(Pid<?> pid, ExitReason reason) {
        String reference = living.remove(pid).reference();
        deaths.add(new Death(reference, reason));
        busy.remove(reference);
        suspended.remove(reference);
        Set<String> lost = Set.of(reference, queueOf(reference), resumptionOf(reference));
        waiting.entrySet()
                .removeIf(
                        wait -> wait.getKey().equals(reference) || lost.contains(wait.getValue()));
        size++;
    }

    /** Says that a process answers nobody until further notice, or until another's end. */
    void await(String waiter, String other) {
        waiting.put(waiter, other);
        size++;
    }

    /** Whoever has given up on one may wait for another by now. */
    void awaitNoMore(String waiter, String other) {
        waiting.remove(waiter, other);
        size++;
    }

    Map<String, String> waiting() {
        return Map.copyOf(waiting);
    }

    /** Says that a request is done, or that its caller waits until further notice. */
    void settle(int request) {
        settled.add(request);
    }

    boolean isSettled(int request) {
        return settled.contains(request);
    }

    int size() {
        return size;
    }

    List<Watched> living() {
        return living.values().stream().sorted(Comparator.comparing(Watched::reference)).toList();
    }

    Optional<Watched> atPath(String path) {
        return pidOf(path).map(living::get);
    }

    Optional<Pid<?>> pidOf(String path) {
        return Optional.ofNullable(lastAtPath.get(path));
    }

    Optional<Pid<?>> withReference(String reference) {
        return references.entrySet().stream()
                .filter(entry -> entry.getValue().equals(reference))
                .<Pid<?>>map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the references of the servers that must not be disturbed. */
    Set<String> busy() {
        return busy;
    }

    /** Notes that a server is suspended, unless it has ended already. */
    void suspend(Pid<?> server) {
        if (living.containsKey(server)) {
            suspended.add(living.get(server).reference());
        }
    }

    /** Returns the references of the servers that are suspended. */
    Set<String> suspended() {
        return suspended;
    }

    Map<Pid<?>, String> references() {
        return Map.copyOf(references);
    }

    /** Returns what happened since the last time, and begins anew. */
    Step close(Object result) {
        Step step = new Step(result, events, deaths, references());
        events = new ArrayList<>();
        deaths = new ArrayList<>();
        return step;
    }
}
