package todo.list;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A to-do list. It is a value: what looks like a change returns another list, and leaves this one
 * as it is.
 *
 * @param nextId the id that the next entry gets
 * @param entries the entries, in the order in which they were added
 */
public record TodoList(int nextId, List<Entry> entries) {

    private static final List<Entry> NO_ENTRIES = List.of();

    /** Creates a list with a copy of the entries, which no caller can change. */
    public TodoList {
        entries = List.copyOf(entries);
    }

    /** Returns the list without entries; the first one added gets the id 1. */
    public static TodoList empty() {
        return new TodoList(1, NO_ENTRIES);
    }

    /** Returns this list with one more entry. */
    public TodoList add(LocalDate date, String title) {
        List<Entry> longer = new ArrayList<>(entries);
        longer.add(new Entry(nextId, date, title));
        return new TodoList(nextId + 1, longer);
    }

    /** Returns the entries of a day, in the order in which they were added. */
    public List<Entry> entries(LocalDate date) {
        List<Entry> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (date.isEqual(entry.date())) {
                found.add(entry);
            }
        }
        return found;
    }

    /** Returns this list with one entry changed; if there is none of that id, the list as it is. */
    public TodoList update(int id, UnaryOperator<Entry> change) {
        List<Entry> updated = new ArrayList<>(entries);
        for (int place = 0; place < updated.size(); place++) {
            if (updated.get(place).id() == id) {
                updated.set(place, change.apply(updated.get(place)));
            }
        }
        return new TodoList(nextId, updated);
    }

    /** Returns this list without one entry; if there is none of that id, the list as it is. */
    public TodoList delete(int id) {
        Map<Integer, Entry> others = new LinkedHashMap<>();
        for (Entry entry : entries) {
            others.put(entry.id(), entry);
        }
        others.remove(id);
        return new TodoList(nextId, List.copyOf(others.values()));
    }
}
