package otp.conformance.tables;

import otp.Ets;
import otp.EtsIncrement;
import otp.EtsInfo;
import otp.EtsTable;
import otp.EtsType;
import otp.Tuple;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One operation on a table.
 *
 * @param step the step: operation, actor, table, arguments
 * @param table the table
 * @param type its type
 */
record Operation(JsonNode step, EtsTable<Object, Object> table, EtsType type) {

    /** Returns the result as JSON has it. */
    Object perform() {
        return switch (step.get(0).asString()) {
            case "insert" -> done(() -> Ets.insert(table, row(3)));
            case "insert_all" -> done(() -> Ets.insert(table, rows()));
            case "insert_new" -> Ets.insertNew(table, row(3));
            case "insert_new_all" -> Ets.insertNew(table, rows());
            case "delete_table" -> done(() -> Ets.delete(table));
            case "delete_key" -> done(() -> Ets.delete(table, key()));
            case "delete_object" -> done(() -> Ets.deleteObject(table, row(3)));
            case "delete_all_objects" -> done(() -> Ets.deleteAllObjects(table));
            case "match_delete" -> done(() -> Ets.matchDelete(table, row(3)));
            case "update" -> Ets.updateElement(table, key(), number(4), term(5));
            case "fix" -> done(() -> Ets.safeFixtable(table, true));
            case "release" -> done(() -> Ets.safeFixtable(table, false));
            case "goes_on" -> done(() -> Ets.next(table, key()));
            case "walk_deleting" -> Rows.inOrder(Rows.listToJson(walkDeleting()), type);
            case "select_delete" -> Ets.selectDelete(table, this::isSelected);
            case "select_replace" ->
                    Ets.selectReplace(table, this::isSelected, row -> Tuple.of(row.key(), term(4)));
            case "add" -> add();
            case "add_up_to" -> addUpTo();
            default -> read();
        };
    }

    private Object read() {
        return switch (step.get(0).asString()) {
            case "lookup" -> Rows.listToJson(Ets.lookup(table, key()));
            case "member" -> Ets.member(table, key());
            case "lookup_element" -> lookupElement();
            case "size" -> Ets.info(table).<Object>map(EtsInfo::size).orElse("undefined");
            case "take" -> listToJson(Ets.take(table, key()));
            case "tab2list" -> listToJson(Ets.tab2list(table));
            case "match" -> Rows.inOrder(Rows.bindingsToJson(Ets.match(table, row(3))), type);
            case "match_object" -> listToJson(Ets.matchObject(table, row(3)));
            case "select" -> listToJson(Ets.select(table, this::isSelected, Tuple::key));
            case "select_count" -> Ets.selectCount(table, this::isSelected);
            case "foldl" -> listToJson(Ets.foldl(table, List.of(), Operation::withKey));
            case "foldr" -> listToJson(Ets.foldr(table, List.of(), Operation::withKey));
            case "first" -> key(Ets.first(table));
            case "last" -> key(Ets.last(table));
            case "next" -> key(Ets.next(table, key()));
            case "prev" -> key(Ets.prev(table, key()));
            case String other -> throw new IllegalStateException("no such operation: " + other);
        };
    }

    private Object lookupElement() {
        Object found = Ets.lookupElement(table, key(), number(4));
        boolean isBag = type == EtsType.BAG || type == EtsType.DUPLICATE_BAG;
        return isBag ? listToJson((List<?>) found) : Rows.toJson(found);
    }

    private List<?> listToJson(List<?> terms) {
        return Rows.inOrder(Rows.listToJson(terms), type);
    }

    /** Tells whether a row has two elements, and the second is the value of the step. */
    private boolean isSelected(Tuple<Object, Object> row) {
        return row.arity() == 2 && row.value().equals(term(3));
    }

    private static List<Object> withKey(Tuple<Object, Object> row, List<Object> keys) {
        List<Object> longer = new ArrayList<>(keys);
        longer.addFirst(row.key());
        return longer;
    }

    /** Goes from key to key, and deletes each before it asks for the next. */
    private List<Object> walkDeleting() {
        List<Object> keys = new ArrayList<>();
        Ets.safeFixtable(table, true);
        try {
            Optional<Object> key = Ets.first(table);
            while (key.isPresent()) {
                keys.add(key.get());
                Ets.delete(table, key.get());
                key = Ets.next(table, key.get());
            }
        } finally {
            Ets.safeFixtable(table, false);
        }
        return keys;
    }

    private Object add() {
        int amount = number(4);
        long sum =
                step.has(5)
                        ? Ets.updateCounter(table, key(), amount, row(5))
                        : Ets.updateCounter(table, key(), amount);
        return Rows.toJson(sum);
    }

    private Object addUpTo() {
        EtsIncrement increment =
                EtsIncrement.of(number(4), longNumber(5)).threshold(longNumber(6), longNumber(7));
        return Rows.toJson(Ets.updateCounter(table, key(), List.of(increment)).getFirst());
    }

    private static Object done(Runnable operation) {
        operation.run();
        return true;
    }

    private static Object key(Optional<Object> key) {
        return key.map(Rows::toJson).orElse("none_left");
    }

    private Object key() {
        return term(3);
    }

    private int number(int position) {
        return step.get(position).asInt();
    }

    private long longNumber(int position) {
        return step.get(position).asLong();
    }

    private Object term(int position) {
        return Rows.term(step.get(position));
    }

    private Tuple<Object, Object> row(int position) {
        return Rows.row(step.get(position));
    }

    private List<Tuple<Object, Object>> rows() {
        return step.get(3).valueStream().map(Rows::row).toList();
    }
}
