package todo.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class TodoListTest {

    private static final LocalDate MONDAY = LocalDate.of(2016, 10, 3);
    private static final LocalDate TUESDAY = LocalDate.of(2016, 10, 4);

    private final TodoList list =
            TodoList.empty().add(MONDAY, "dentist").add(TUESDAY, "shopping").add(MONDAY, "cinema");

    @Test
    void the_entries_of_a_day_are_in_the_order_in_which_they_were_added() {
        assertThat(list.entries(MONDAY))
                .as("the entries of Monday, in the order in which they were added")
                .containsExactly(new Entry(1, MONDAY, "dentist"), new Entry(3, MONDAY, "cinema"));
    }

    @Test
    void an_update_changes_one_entry_of_the_new_list_and_none_of_the_old() {
        TodoList updated = list.update(1, entry -> new Entry(entry.id(), entry.date(), "doctor"));

        assertThat(updated.entries(MONDAY))
                .as("the titles of the updated list")
                .extracting(Entry::title)
                .contains("doctor");
        assertThat(list.entries(MONDAY))
                .as("the titles of the old list, which an update leaves as they were")
                .extracting(Entry::title)
                .contains("dentist");
    }

    @Test
    void a_delete_leaves_the_other_entries_and_never_gives_an_id_twice() {
        TodoList shorter = list.delete(3).add(MONDAY, "theatre");

        assertThat(shorter.entries(MONDAY))
                .as("the ids: 3 was deleted, and is not given again")
                .extracting(Entry::id)
                .containsExactly(1, 4);
    }

    @Test
    void an_unknown_id_changes_nothing() {
        assertThat(list.update(7, _ -> null))
                .as("the list after an update of an unknown id: it is as it was")
                .isEqualTo(list);
        assertThat(list.delete(7))
                .as("the list after a delete of an unknown id: it is as it was")
                .isEqualTo(list);
    }
}
