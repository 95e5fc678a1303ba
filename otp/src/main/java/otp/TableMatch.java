package otp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An attempt to match one row with a pattern, and what its variables stand for so far. */
final class TableMatch {

    private final Map<Integer, Object> bound = new TreeMap<>();

    private TableMatch() {}

    /** Refuses what is no pattern. */
    static void check(Tuple<?, ?> pattern) {
        TableRefusal.unlessNull(pattern, "a pattern").elements().forEach(TableMatch::checkMaps);
    }

    private static void checkMaps(Object pattern) {
        if (pattern instanceof Map<?, ?> map
                && map.keySet().stream().anyMatch(TableMatch::isOpen)) {
            throw new TableRefusal(
                    "a key of a map in a pattern has to be a value, in " + Printed.of(map));
        }
        partsOf(pattern).forEach(TableMatch::checkMaps);
    }

    /** Tells whether a pattern names the key: it has no wildcard or variable there. */
    static boolean namesKey(Tuple<?, ?> pattern) {
        return pattern.arity() > 0 && !isOpen(pattern.key());
    }

    /** Tells whether there is a wildcard or a variable in a pattern. */
    private static boolean isOpen(Object pattern) {
        return pattern instanceof EtsPattern || partsOf(pattern).anyMatch(TableMatch::isOpen);
    }

    private static Stream<?> partsOf(Object pattern) {
        return switch (pattern) {
            case Tuple<?, ?> tuple -> tuple.elements().stream();
            case List<?> list -> list.stream();
            case Map<?, ?> map -> map.values().stream();
            case null, default -> Stream.empty();
        };
    }

    /** Tells whether a row matches. */
    static boolean matches(Tuple<?, ?> pattern, Tuple<?, ?> row) {
        return of(pattern, row).isPresent();
    }

    /**
     * Returns what the variables stand for, in the order of their numbers, if the row matches. A
     * key that the pattern names has to be the row's, as a whole: a map with more entries, which
     * matches everywhere else, is another key.
     */
    static Optional<List<Object>> of(Tuple<?, ?> pattern, Tuple<?, ?> row) {
        TableMatch match = new TableMatch();
        boolean otherKey = namesKey(pattern) && !pattern.key().equals(row.key());
        return !otherKey && match.matches((Object) pattern, row)
                ? Optional.of(Collections.unmodifiableList(new ArrayList<>(match.bound.values())))
                : Optional.empty();
    }

    private boolean matches(Object pattern, Object value) {
        return switch (pattern) {
            case EtsPattern.Wildcard _ -> true;
            case EtsPattern.Variable(int number) -> bind(number, value);
            case Tuple<?, ?> tuple ->
                    value instanceof Tuple<?, ?> other
                            && allMatch(tuple.elements(), other.elements());
            case List<?> list -> value instanceof List<?> other && allMatch(list, other);
            case Map<?, ?> map -> value instanceof Map<?, ?> other && entriesMatch(map, other);
            case null -> value == null;
            default -> pattern.equals(value);
        };
    }

    private boolean bind(int variable, Object value) {
        if (bound.containsKey(variable)) {
            return Objects.equals(bound.get(variable), value);
        }
        bound.put(variable, value);
        return true;
    }

    private boolean allMatch(List<?> patterns, List<?> values) {
        Iterator<?> remaining = values.iterator();
        return patterns.size() == values.size()
                && patterns.stream().allMatch(pattern -> matches(pattern, remaining.next()));
    }

    private boolean entriesMatch(Map<?, ?> patterns, Map<?, ?> values) {
        return patterns.entrySet().stream()
                .allMatch(pattern ->
                        values.containsKey(pattern.getKey())
                                && matches(pattern.getValue(), values.get(pattern.getKey())));
    }
}
