package otp.conformance;

import otp.ExitReason;
import otp.Pid;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of one step.
 *
 * @param result the result of the step itself
 * @param events what processes did, as it came in
 * @param deaths which processes ended, as it came in
 * @param references the reference of each process
 */
record Step(Object result, List<Event> events, List<Death> deaths, Map<Pid<?>, String> references) {

    /** Returns the step as JSON has it, in an order that no scheduler decides. */
    Map<String, Object> toJson() {
        Terms terms = new Terms(references);
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "r", terms.encode(UnlessDead.settle(result, references(_ -> true))));
        put(json, "e", inOrder().map(event -> terms.encode(event.terms())).toList());
        put(json, "d", deathsInOrder().map(terms::encode).toList());
        return json;
    }

    private static void put(Map<String, Object> json, String key, Object value) {
        if (value != null && !value.equals(List.of())) {
            json.put(key, value);
        }
    }

    private Stream<Death> deathsInOrder() {
        return deaths.stream().sorted(Comparator.comparing(Death::reference));
    }

    private Stream<Event> inOrder() {
        Set<String> dead = references(_ -> true);
        Set<String> killed = references(death -> death.reason().equals(ExitReason.KILLED));
        return events.stream()
                .filter(event -> !event.isReceivedByOneOf(dead))
                .collect(Collectors.groupingBy(Event::group, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry ->
                        entry.getKey().ordered() && !killed.contains(entry.getKey().name())
                                ? entry.getValue()
                                : Ends.sorted(entry.getValue()))
                .flatMap(Collection::stream);
    }

    private Set<String> references(Predicate<Death> wanted) {
        return deaths.stream().filter(wanted).map(Death::reference).collect(Collectors.toSet());
    }
}
