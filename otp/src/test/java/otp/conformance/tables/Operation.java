package otp.conformance.tables;

import otp.Ets;
import otp.EtsIncrement;
import otp.EtsInfo;
import otp.EtsTable;
import otp.EtsType;
import otp.Tuple;

import tools.jackson.databind.JsonNode;

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
            case "add" -> add();
            case "add_up_to" -> addUpTo();
            default -> read();
        };
    }

    private Object read() {
        return switch (step.get(0).asString()) {
            case "lookup" -> Rows.toJson(Ets.lookup(table, key()));
            case "member" -> Ets.member(table, key());
            case "lookup_element" ->
                    Rows.toJson(Ets.<Object, Object>lookupElement(table, key(), number(4)), type);
            case "size" -> Ets.info(table).<Object>map(EtsInfo::size).orElse("undefined");
            case "take" -> Rows.toJson(Ets.take(table, key()), type);
            case "tab2list" -> Rows.toJson(Ets.tab2list(table), type);
            case "match" -> Rows.toJson(Ets.match(table, row(3)), type);
            case "match_object" -> Rows.toJson(Ets.matchObject(table, row(3)), type);
            case "first" -> key(Ets.first(table));
            case "last" -> key(Ets.last(table));
            case "next" -> key(Ets.next(table, key()));
            case "prev" -> key(Ets.prev(table, key()));
            case String other -> throw new IllegalStateException("no such operation: " + other);
        };
    }

    private Object add() {
        int amount = number(4);
        long sum =
                step.has(5)
                        ? Ets.updateCounter(table, key(), amount, row(5))
                        : Ets.updateCounter(table, key(), amount);
        return Math.toIntExact(sum);
    }

    private Object addUpTo() {
        EtsIncrement increment =
                EtsIncrement.of(number(4), number(5)).threshold(number(6), number(7));
        return Math.toIntExact(Ets.updateCounter(table, key(), List.of(increment)).getFirst());
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
