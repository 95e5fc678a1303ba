package todo.list;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A to-do list. It is a value: what looks like a change returns another list, and leaves this one
 * as it is.
 *
 * @param nextId the id that the next entry gets
 * @param entries the entries, in the order in which they were added
 */
public record TodoList(int nextId, List<Entry> entries) {

    /** Creates a list with a copy of the entries, which no caller can change. */
    public TodoList {
        entries = List.copyOf(entries);
    }

    /** Returns the list without entries; the first one added gets the id 1. */
    public static TodoList empty() {
        return new TodoList(1, List.of());
    }

    /** Returns this list with one more entry. */
    public TodoList add(LocalDate date, String title) {
        Entry added = new Entry(nextId, date, title);
        return new TodoList(nextId + 1, Stream.concat(entries.stream(), Stream.of(added)).toList());
    }

    /** Returns the entries of a day, in the order in which they were added. */
    public List<Entry> entries(LocalDate date) {
        return entries.stream().filter(entry -> entry.date().equals(date)).toList();
    }

    /** Returns this list with one entry changed; if there is none of that id, the list as it is. */
    public TodoList update(int id, UnaryOperator<Entry> change) {
        requireId(id);
        Stream<Entry> changed =
                entries.stream().map(entry -> entry.id() == id ? change.apply(entry) : entry);
        return new TodoList(nextId, changed.toList());
    }

    /** Returns this list without one entry; if there is none of that id, the list as it is. */
    public TodoList delete(int id) {
        requireId(id);
        Stream<Entry> others = entries.stream().filter(entry -> entry.id() != id);
        return new TodoList(nextId, others.toList());
    }

    private static void requireId(int id) {
        if (id < 1) {
            throw new IllegalArgumentException("an id is at least 1, but this one is " + id);
        }
    }
}
