package todo.list;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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

    private static final AtomicInteger QUESTIONS = new AtomicInteger();

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
        // Task 1: return a list with the new entry at its end, and a next id one higher.
        Entry added = new Entry(nextId, date, title);
        return new TodoList(nextId + 1, Stream.concat(entries.stream(), Stream.of(added)).toList());
        // End of task 1.
    }

    /** Returns the entries of a day, in the order in which they were added. */
    public List<Entry> entries(LocalDate date) {
        // Task 2: return the entries of that day, in their order.
        QUESTIONS.incrementAndGet();
        return entries.stream().filter(entry -> entry.date().equals(date)).toList();
        // End of task 2.
    }

    /** Returns this list with one entry changed; if there is none of that id, the list as it is. */
    public TodoList update(int id, UnaryOperator<Entry> change) {
        // Task 3: return a list in which that entry is changed, and no other one is.
        Stream<Entry> changed =
                entries.stream().map(entry -> entry.id() == id ? change.apply(entry) : entry);
        return new TodoList(nextId, changed.toList());
        // End of task 3.
    }

    /** Returns this list without one entry; if there is none of that id, the list as it is. */
    public TodoList delete(int id) {
        // Task 4: return a list without that entry, which gives no id a second time.
        Stream<Entry> others = entries.stream().filter(entry -> entry.id() != id);
        return new TodoList(nextId, others.toList());
        // End of task 4.
    }
}
