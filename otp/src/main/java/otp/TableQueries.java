package otp;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Finds rows by what is in them, and changes those it finds, key by key. */
final class TableQueries {

    private TableQueries() {}

    /** Returns an element of the row of a key; in a bag, of all of them. */
    static Object lookupElement(TableRows<?, ?> rows, Object key, int position) {
        List<Object> elements =
                rows.lookup(key).stream().map(row -> elementOf(row, position)).toList();
        if (elements.isEmpty()) {
            throw TableRefusal.noRow(key);
        }
        return rows.hasOneRowPerKey() ? elements.getFirst() : elements;
    }

    private static Object elementOf(Tuple<?, ?> row, int position) {
        if (position < 1 || position > row.arity()) {
            throw TableRefusal.noElement(row, position);
        }
        return row.element(position);
    }

    /** Returns what the variables of a pattern stand for in each row that matches. */
    static List<List<Object>> match(TableRows<?, ?> rows, Tuple<?, ?> pattern) {
        return candidates(rows, pattern).stream()
                .flatMap(row -> TableMatch.of(pattern, row).stream())
                .toList();
    }

    /** Returns the rows that match. */
    static <K, V> List<Tuple<K, V>> matching(TableRows<K, V> rows, Tuple<?, ?> pattern) {
        return candidates(rows, pattern).stream()
                .filter(row -> TableMatch.matches(pattern, row))
                .toList();
    }

    /** Returns the rows that a pattern may match, which are few if it names the key. */
    private static <K, V> List<Tuple<K, V>> candidates(TableRows<K, V> rows, Tuple<?, ?> pattern) {
        TableMatch.check(pattern);
        return TableMatch.namesKey(pattern) ? rows.lookup(pattern.key()) : rows.all();
    }

    /** Removes the rows that match. */
    static <K, V> void deleteMatching(TableRows<K, V> rows, Tuple<?, ?> pattern) {
        delete(rows, matching(rows, pattern), row -> TableMatch.matches(pattern, row));
    }

    /** Removes the rows that fulfil a condition, and returns how many. */
    static <K, V> int delete(TableRows<K, V> rows, Predicate<? super Tuple<K, V>> condition) {
        return delete(rows, rows.all().stream().filter(condition).toList(), condition);
    }

    private static <K, V> int delete(
            TableRows<K, V> rows,
            List<Tuple<K, V>> found,
            Predicate<? super Tuple<K, V>> condition) {
        return found.stream()
                .map(Tuple::key)
                .distinct()
                .mapToInt(key -> rows.removeIf(key, condition))
                .sum();
    }

    /** Replaces the rows that fulfil a condition, and returns how many. */
    static <K, V> int replace(
            TableRows<K, V> rows,
            Predicate<? super Tuple<K, V>> condition,
            UnaryOperator<Tuple<K, V>> replacement) {
        if (rows.type() == EtsType.BAG) {
            throw new TableRefusal("it is a bag, where a row that is replaced may meet its equal");
        }
        return rows.all().stream()
                .filter(condition)
                .map(Tuple::key)
                .distinct()
                .mapToInt(key -> new Replacement<>(condition, replacement).in(rows, key))
                .sum();
    }

    /** Replaces rows of one key, and counts them anew each time that it has to do it again. */
    private static final class Replacement<K, V> {

        private final Predicate<? super Tuple<K, V>> condition;
        private final UnaryOperator<Tuple<K, V>> replacement;
        private int count;

        Replacement(
                Predicate<? super Tuple<K, V>> condition, UnaryOperator<Tuple<K, V>> replacement) {
            this.condition = condition;
            this.replacement = replacement;
        }

        int in(TableRows<K, V> rows, K key) {
            rows.change(
                    key,
                    before -> {
                        count = 0;
                        return before.stream().map(this::replaced).toList();
                    });
            return count;
        }

        private Tuple<K, V> replaced(Tuple<K, V> row) {
            if (!condition.test(row)) {
                return row;
            }
            count++;
            Tuple<K, V> other = TableRefusal.unlessNull(replacement.apply(row), "a row");
            if (other.arity() == 0 || !row.key().equals(other.key())) {
                throw new TableRefusal(
                        "a row keeps its key when it is replaced: "
                                + Printed.of(row)
                                + " would become "
                                + Printed.of(other));
            }
            return other;
        }
    }
}
