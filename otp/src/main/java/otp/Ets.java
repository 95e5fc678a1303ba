package otp;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Tables in memory, which processes share without asking each other; {@code :ets} in Elixir.
 *
 * <p>A table holds rows: {@link Tuple}s, found by their first element, the key. It belongs to the
 * process that created it, and ends with it, however that ends. Nobody copies what goes in or comes
 * out, so keys and values have to be immutable, through and through.
 *
 * <p>No function waits for another, except for the moment in which a change is put in place. Every
 * function sees or makes its changes in one moment: of rows inserted together others see all or
 * none. Only {@link #matchDelete}, {@link #selectDelete} and {@link #selectReplace} work key by
 * key, and between two functions anything can happen: {@link #next} leads past every key that
 * stays, and perhaps to keys that come or go. Unless the keys have an order, rows come in none.
 *
 * <p>A change asks keys and values by their {@code equals}, {@code hashCode} and {@code compareTo},
 * and asks them again if another process has changed the same rows meanwhile. What these methods
 * throw, the caller gets; the table stays as it was, and usable by others.
 *
 * <p>All functions throw {@link EtsException} if there is no such table (any more), if it is not
 * for the calling process to read or write, or if an argument makes no sense for it.
 *
 * {@snippet :
 * EtsName<String, Integer> stock = new EtsName<>("stock");
 * Ets.create(stock, EtsOptions.set());            // :ets.new(:stock, [:set, :named_table])
 * Ets.insert(stock, Tuple.of("apples", 3));       // :ets.insert(:stock, {"apples", 3})
 * Ets.lookup(stock, "apples");                    // [{apples, 3}]
 * Ets.matchObject(stock, Tuple.of(EtsPattern.ANY, 3));
 * }
 */
public final class Ets {

    private Ets() {}

    /** Creates a table without a name, and returns it. The calling process owns it. */
    public static <K, V> EtsTable<K, V> create(EtsOptions options) {
        return EtsTables.create(options, null);
    }

    /** Creates a table under a name that no other has, and returns the name. */
    public static <K, V> EtsTable<K, V> create(EtsName<K, V> name, EtsOptions options) {
        return EtsTables.create(options, name).reference();
    }

    /** Deletes a table; whoever may write to it may do so. */
    public static void delete(EtsTable<?, ?> table) {
        EtsTables.find("delete", table).delete("delete");
    }

    /** Gives a table that has a name another one, and returns it. */
    public static <K, V> EtsTable<K, V> rename(EtsTable<K, V> table, EtsName<K, V> name) {
        EtsTables.find("rename", table).rename("rename", name);
        return name;
    }

    /** Returns the table that has a name now, for as long as that table lives, if there is one. */
    public static <K, V> Optional<EtsTable<K, V>> whereis(EtsName<K, V> name) {
        return Optional.ofNullable(EtsTables.findOrNull(name));
    }

    /** Returns what there is to know of a table, unless there is none; for any process. */
    public static Optional<EtsInfo> info(EtsTable<?, ?> table) {
        return Optional.ofNullable(EtsTables.findOrNull(table)).map(LocalTable::info);
    }

    /** Returns all tables there are, in no particular order. */
    public static List<EtsTable<?, ?>> all() {
        ProcessTable.checkCaller();
        return EtsTables.all();
    }

    /** Gives a table of one's own to another process, which gets an {@link EtsTransfer}. */
    public static void giveAway(EtsTable<?, ?> table, Pid<?> receiver, Object data) {
        EtsTables.find("giveAway", table).giveAway("giveAway", (LocalProcess<?>) receiver, data);
    }

    /** Says who will own a table of one's own after oneself: the heir, or nobody. */
    public static void setHeir(EtsTable<?, ?> table, Optional<EtsHeir> heir) {
        EtsTables.find("setHeir", table)
                .heir("setHeir", heir.filter(EtsHeir::isAlive).orElse(null));
    }

    /** Inserts a row; in a set it takes the place of the row with the same key. */
    public static <K, V> void insert(EtsTable<K, V> table, Tuple<K, V> row) {
        EtsTables.change("insert", table, rows -> rows.insert(row));
    }

    /** Inserts rows, all in one moment. */
    public static <K, V> void insert(EtsTable<K, V> table, List<Tuple<K, V>> added) {
        EtsTables.change("insert", table, rows -> rows.insertAll(added));
    }

    /** Inserts a row if there is none with its key, and tells whether it did. */
    public static <K, V> boolean insertNew(EtsTable<K, V> table, Tuple<K, V> row) {
        return insertNew(table, List.of(row));
    }

    /** Inserts rows if there is none yet with any of their keys, and tells whether it did. */
    public static <K, V> boolean insertNew(EtsTable<K, V> table, List<Tuple<K, V>> added) {
        return EtsTables.write("insertNew", table, rows -> rows.insertNew(added));
    }

    /** Returns the rows with a key: one at most in a set; the oldest first in a bag. */
    public static <K, V> List<Tuple<K, V>> lookup(EtsTable<K, V> table, K key) {
        return EtsTables.find("lookup", table).lookup("lookup", key);
    }

    /**
     * Returns the element at a position, of which the first is 1, of the row with a key; in a bag,
     * a list of these elements of all its rows. Fails if there is no such row or element.
     *
     * @param <E> the type of the element or the list, which is for the caller to know
     */
    @SuppressWarnings("unchecked")
    public static <K, E> E lookupElement(EtsTable<K, ?> table, K key, int position) {
        return (E)
                EtsTables.read(
                        "lookupElement",
                        table,
                        rows -> TableQueries.lookupElement(rows, key, position));
    }

    /** Tells whether there is a row with a key. */
    public static <K> boolean member(EtsTable<K, ?> table, K key) {
        return !EtsTables.find("member", table).lookup("member", key).isEmpty();
    }

    /** Removes the rows with a key, and returns them. */
    public static <K, V> List<Tuple<K, V>> take(EtsTable<K, V> table, K key) {
        return EtsTables.write("take", table, rows -> rows.remove(key));
    }

    /** Removes the rows with a key, if there are any. */
    public static <K> void delete(EtsTable<K, ?> table, K key) {
        EtsTables.write("delete", table, rows -> rows.remove(key));
    }

    /** Removes the rows that equal one, if there are any. */
    public static <K, V> void deleteObject(EtsTable<K, V> table, Tuple<K, V> row) {
        EtsTables.change("deleteObject", table, rows -> rows.removeEqual(row));
    }

    /** Removes all rows. */
    public static void deleteAllObjects(EtsTable<?, ?> table) {
        EtsTables.find("deleteAllObjects", table).clear("deleteAllObjects");
    }

    /**
     * Adds to the second element of the row with a key, and returns the sum. The element is a
     * {@link Long} or an {@link Integer}, and remains one: a sum beyond its type is refused. Not
     * for bags.
     */
    public static <K> long updateCounter(EtsTable<K, ?> table, K key, long amount) {
        return updateCounter(table, key, List.of(EtsIncrement.of(2, amount))).getFirst();
    }

    /** Adds as {@link #updateCounter(EtsTable, Object, long)} does, to a new row if need be. */
    public static <K, V> long updateCounter(
            EtsTable<K, V> table, K key, long amount, Tuple<K, V> initial) {
        List<EtsIncrement> increments = List.of(EtsIncrement.of(2, amount));
        return updateCounter(table, key, increments, initial).getFirst();
    }

    /** Adds to elements of the row with a key, and returns the sums; all of it or nothing. */
    public static <K> List<Long> updateCounter(
            EtsTable<K, ?> table, K key, List<EtsIncrement> increments) {
        return EtsTables.write(
                "updateCounter", table, rows -> TableUpdates.count(rows, key, increments, null));
    }

    /** Adds to elements of the row with a key; if there is none, to an initial row's. */
    public static <K, V> List<Long> updateCounter(
            EtsTable<K, V> table, K key, List<EtsIncrement> increments, Tuple<K, V> initial) {
        return EtsTables.write(
                "updateCounter", table, rows -> TableUpdates.count(rows, key, increments, initial));
    }

    /** Replaces an element of the row with a key; returns false if there is none. Not for bags. */
    public static <K> boolean updateElement(
            EtsTable<K, ?> table, K key, int position, Object element) {
        return updateElement(table, key, Collections.singletonMap(position, element));
    }

    /** Replaces elements of the row with a key, by position; returns false if there is none. */
    public static <K> boolean updateElement(EtsTable<K, ?> table, K key, Map<Integer, ?> elements) {
        return EtsTables.write(
                "updateElement", table, rows -> TableUpdates.set(rows, key, elements));
    }

    /** Returns all rows, in the order of the keys if there is one. */
    public static <K, V> List<Tuple<K, V>> tab2list(EtsTable<K, V> table) {
        return EtsTables.read("tab2list", table, TableRows::all);
    }

    /** Goes through all rows, as they are now, and returns what the last step does. */
    public static <K, V, A> A foldl(
            EtsTable<K, V> table, A initial, BiFunction<? super Tuple<K, V>, A, A> step) {
        A result = initial;
        for (Tuple<K, V> row : tab2list(table)) {
            result = step.apply(row, result);
        }
        return result;
    }

    /** Goes through all rows as {@link #foldl} does, but from the last to the first. */
    public static <K, V, A> A foldr(
            EtsTable<K, V> table, A initial, BiFunction<? super Tuple<K, V>, A, A> step) {
        A result = initial;
        for (Tuple<K, V> row : tab2list(table).reversed()) {
            result = step.apply(row, result);
        }
        return result;
    }

    /** Returns the first key, if there is one. */
    public static <K> Optional<K> first(EtsTable<K, ?> table) {
        return EtsTables.read("first", table, TableRows::first);
    }

    /** Returns the last key, if there is one; the first, where keys have no order. */
    public static <K> Optional<K> last(EtsTable<K, ?> table) {
        return EtsTables.read("last", table, TableRows::last);
    }

    /** Returns the key after another, if there is one. It must exist, where keys have no order. */
    public static <K> Optional<K> next(EtsTable<K, ?> table, K key) {
        return EtsTables.read("next", table, rows -> rows.next(key));
    }

    /** Returns the key before another, if there is one; the next, where keys have no order. */
    public static <K> Optional<K> prev(EtsTable<K, ?> table, K key) {
        return EtsTables.read("prev", table, rows -> rows.previous(key));
    }

    /** Returns what the variables of a pattern stand for, for each row that matches. */
    public static List<List<Object>> match(EtsTable<?, ?> table, Tuple<?, ?> pattern) {
        return EtsTables.read("match", table, rows -> TableQueries.match(rows, pattern));
    }

    /** Returns the rows that match an {@linkplain EtsPattern pattern}. */
    public static <K, V> List<Tuple<K, V>> matchObject(EtsTable<K, V> table, Tuple<?, ?> pattern) {
        return EtsTables.read("matchObject", table, rows -> TableQueries.matching(rows, pattern));
    }

    /** Removes the rows that match an {@linkplain EtsPattern pattern}. */
    public static void matchDelete(EtsTable<?, ?> table, Tuple<?, ?> pattern) {
        EtsTables.change("matchDelete", table, rows -> TableQueries.deleteMatching(rows, pattern));
    }

    /** Returns what a function makes of each row that fulfils a condition. */
    public static <K, V, R> List<R> select(
            EtsTable<K, V> table,
            Predicate<? super Tuple<K, V>> guard,
            Function<? super Tuple<K, V>, R> body) {
        return tab2list(table).stream().filter(guard).<R>map(body).toList();
    }

    /** Returns how many rows fulfil a condition. */
    public static <K, V> int selectCount(
            EtsTable<K, V> table, Predicate<? super Tuple<K, V>> guard) {
        return (int) tab2list(table).stream().filter(guard).count();
    }

    /** Removes the rows that fulfil a condition, which may be asked twice; returns how many. */
    public static <K, V> int selectDelete(
            EtsTable<K, V> table, Predicate<? super Tuple<K, V>> guard) {
        return EtsTables.write("selectDelete", table, rows -> TableQueries.delete(rows, guard));
    }

    /**
     * Replaces the rows that fulfil a condition, and returns how many. A row keeps its key. Both
     * functions may be asked twice. Not for tables of the type {@link EtsType#BAG}.
     */
    public static <K, V> int selectReplace(
            EtsTable<K, V> table,
            Predicate<? super Tuple<K, V>> guard,
            UnaryOperator<Tuple<K, V>> body) {
        return EtsTables.write(
                "selectReplace", table, rows -> TableQueries.replace(rows, guard, body));
    }

    /**
     * Fixes a table for a walk with {@link #first} and {@link #next}, or releases it: {@link #next}
     * goes on even from a key that has been deleted since the table was fixed. Release it as often
     * as you fixed it; the end of the calling process does so too.
     */
    public static void safeFixtable(EtsTable<?, ?> table, boolean fix) {
        EtsTables.find("safeFixtable", table).fix("safeFixtable", fix);
    }
}
