package otp;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An attempt to match one row with a pattern, and what its variables stand for so far. */
final class TableMatch {

    private final Map<Integer, Object> bound = new TreeMap<>();

    private TableMatch() {}

    /** Returns what the variables stand for, in the order of their numbers, if the row matches. */
    static Optional<List<Object>> of(Tuple<?, ?> pattern, Tuple<?, ?> row) {
        TableMatch match = new TableMatch();
        return match.matches(pattern, row)
                ? Optional.of(List.copyOf(match.bound.values()))
                : Optional.empty();
    }

    /** Tells whether only one value can match: the pattern itself. */
    static boolean isValue(Object pattern) {
        return switch (pattern) {
            case EtsPattern _, Map<?, ?> _ -> false;
            case Tuple<?, ?> tuple -> tuple.elements().stream().allMatch(TableMatch::isValue);
            case List<?> list -> list.stream().allMatch(TableMatch::isValue);
            default -> true;
        };
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
            default -> pattern.equals(value);
        };
    }

    private boolean bind(int variable, Object value) {
        Object before = bound.putIfAbsent(variable, value);
        return before == null || before.equals(value);
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
