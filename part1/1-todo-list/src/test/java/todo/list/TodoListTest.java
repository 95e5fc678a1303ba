package todo.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

class TodoListTest {

    private static final LocalDate MONDAY = LocalDate.of(2016, 10, 3);
    private static final LocalDate TUESDAY = LocalDate.of(2016, 10, 4);

    private static final Entry DENTIST = new Entry(1, MONDAY, "dentist");
    private static final Entry SHOPPING = new Entry(2, TUESDAY, "shopping");
    private static final Entry CINEMA = new Entry(3, MONDAY, "cinema");

    private static final List<Integer> UNKNOWN_IDS = List.of(7, 4, 0, -1);

    private static final UnaryOperator<Entry> TO_TUESDAY =
            entry -> new Entry(entry.id(), TUESDAY, entry.title());

    @Test
    @DisplayName("An empty list has no entries, and will give the id 1")
    void an_empty_list_has_no_entries() {
        assertThat(TodoList.empty())
                .as("the empty list: it has no entries, and its next id is 1")
                .isEqualTo(new TodoList(1, List.of()));
    }

    @Test
    @DisplayName("The caller that made the entries cannot change the list through them")
    void a_list_keeps_a_copy_of_its_entries() {
        List<Entry> entries = new ArrayList<>(List.of(DENTIST));
        TodoList list = new TodoList(2, entries);

        entries.clear();

        assertThat(list.entries())
                .as("the entries of the list: a copy, so that its maker cannot clear them")
                .containsExactly(DENTIST);
    }

    @Test
    @DisplayName("A caller that looks at the entries cannot change the list through them")
    void entries_cannot_be_changed() {
        List<Entry> entries = new TodoList(2, List.of(DENTIST)).entries();

        assertThatThrownBy(
                        entries::clear,
                        "clearing the entries of a list, which fails because they cannot change")
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Tag("task-1")
    @DisplayName("Entries get the ids 1, 2 and 3, and stay in the order in which they were added")
    void ids_count_from_one_in_the_order_of_adding() {
        TodoList list =
                TodoList.empty()
                        .add(MONDAY, "dentist")
                        .add(TUESDAY, "shopping")
                        .add(MONDAY, "cinema");

        assertThat(list.entries())
                .as("the entries of the list: ids from 1, in the order in which they were added")
                .containsExactly(DENTIST, SHOPPING, CINEMA);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A new entry gets the next id of the list, however many entries there are")
    void an_entry_gets_the_next_id() {
        TodoList longer = new TodoList(7, List.of(DENTIST)).add(TUESDAY, "shopping");

        assertThat(longer)
                .as("the longer list: the new entry has the id 7, and the next id is 8")
                .isEqualTo(new TodoList(8, List.of(DENTIST, new Entry(7, TUESDAY, "shopping"))));
    }

    @Test
    @Tag("task-1")
    @DisplayName("Adding leaves the list that one holds as it was")
    void adding_leaves_the_old_list_as_it_was() {
        TodoList old = TodoList.empty();

        TodoList longer = old.add(MONDAY, "dentist");

        assertThat(longer.entries()).as("the entries of the longer list").containsExactly(DENTIST);
        assertThat(old)
                .as("the old list: it is as it was before an entry was added")
                .isEqualTo(new TodoList(1, List.of()));
    }

    @Test
    @Tag("task-1")
    @DisplayName("Two additions to one list give two lists, and neither knows of the other")
    void one_list_can_go_on_in_two_ways() {
        TodoList old = TodoList.empty().add(MONDAY, "dentist");

        TodoList shopping = old.add(TUESDAY, "shopping");
        TodoList cinema = old.add(MONDAY, "cinema");

        assertThat(shopping.entries())
                .as("the entries of the list to which the shopping was added")
                .containsExactly(DENTIST, SHOPPING);
        assertThat(cinema.entries())
                .as("the entries of the list to which the cinema was added, without the shopping")
                .containsExactly(DENTIST, new Entry(2, MONDAY, "cinema"));
    }

    @Test
    @Tag("task-1")
    @DisplayName("A list takes what it is given: the same thing twice, odd titles, a missing date")
    void a_list_takes_what_it_is_given() {
        TodoList list =
                TodoList.empty().add(MONDAY, " Dentist ").add(MONDAY, " Dentist ").add(null, null);

        assertThat(list.entries())
                .as("the entries of the list: each as it was given, under an id of its own")
                .containsExactly(
                        new Entry(1, MONDAY, " Dentist "),
                        new Entry(2, MONDAY, " Dentist "),
                        new Entry(3, null, null));
    }

    @Test
    @Tag("task-2")
    @DisplayName("The entries of a day are in the order in which they were added")
    void the_entries_of_a_day_are_in_the_order_of_adding() {
        assertThat(threeEntries().entries(MONDAY))
                .as("the entries of Monday: the dentist, and then the cinema")
                .containsExactly(DENTIST, CINEMA);
        assertThat(threeEntries().entries(TUESDAY))
                .as("the entries of Tuesday: the shopping alone")
                .containsExactly(SHOPPING);
    }

    @Test
    @Tag("task-2")
    @DisplayName("The entries of a day are in the order of the list, whatever their ids are")
    void the_order_is_that_of_the_list() {
        assertThat(unsortedEntries().entries(MONDAY))
                .as("the entries of Monday: all of them, in the order of the list")
                .isEqualTo(unsortedEntries().entries());
    }

    @Test
    @Tag("task-2")
    @DisplayName("A day with nothing to do has no entries")
    void a_free_day_has_no_entries() {
        assertThat(threeEntries().entries(MONDAY.minusDays(1)))
                .as("the entries of a day that has none")
                .isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("An empty list has nothing to do on any day")
    void an_empty_list_can_be_searched() {
        assertThat(TodoList.empty().entries(MONDAY))
                .as("the entries of a day, in a list that has none")
                .isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A day is the same day, whichever object stands for it")
    void equal_dates_are_the_same_day() {
        LocalDate alsoMonday = LocalDate.parse("2016-10-03");

        assertThat(threeEntries().entries(alsoMonday))
                .as("the entries of Monday, asked for with another LocalDate object of that day")
                .containsExactly(DENTIST, CINEMA);
    }

    @Test
    @Tag("task-2")
    @DisplayName("Two dates are the same day if year, month and day are the same")
    void days_are_compared_as_a_whole() {
        TodoList list =
                TodoList.empty()
                        .add(MONDAY.plusYears(1), "another year")
                        .add(MONDAY.plusMonths(1), "another month")
                        .add(MONDAY.plusWeeks(1), "another Monday")
                        .add(MONDAY.withYear(2017).withDayOfYear(MONDAY.getDayOfYear()), "277th")
                        .add(MONDAY, "dentist");

        assertThat(list.entries(MONDAY))
                .as("the titles of that day: no other month, year or week")
                .extracting(Entry::title)
                .containsExactly("dentist");
    }

    @Test
    @Tag("task-2")
    @DisplayName("A hundred thousand entries can be searched")
    void a_long_list_can_be_searched() {
        assertThat(longList().entries(TUESDAY))
                .as("the entries of Tuesday, of which there are a hundred thousand")
                .hasSize(100_000);
    }

    @Test
    @Tag("task-3")
    @DisplayName("An update changes one entry, in its place")
    void an_update_changes_one_entry_in_its_place() {
        TodoList updated = threeEntries().update(1, TO_TUESDAY);

        assertThat(updated.entries())
                .as("the entries after the update: the dentist is on Tuesday, and still the first")
                .containsExactly(new Entry(1, TUESDAY, "dentist"), SHOPPING, CINEMA);
    }

    @Test
    @Tag("task-3")
    @DisplayName("The entry with the id is updated, wherever in the list it is")
    void an_update_goes_by_the_id() {
        TodoList last = unsortedEntries().update(2, TO_TUESDAY);
        TodoList first = unsortedEntries().update(33, TO_TUESDAY);

        assertThat(last)
                .as("the list after the update of id 2, which is the last entry")
                .isEqualTo(
                        new TodoList(
                                50,
                                List.of(
                                        new Entry(33, MONDAY, "cinema"),
                                        new Entry(16, MONDAY, "dentist"),
                                        new Entry(2, TUESDAY, "dentist"))));
        assertThat(first)
                .as("the list after the update of id 33, which is the first entry")
                .isEqualTo(
                        new TodoList(
                                50,
                                List.of(
                                        new Entry(33, TUESDAY, "cinema"),
                                        new Entry(16, MONDAY, "dentist"),
                                        new Entry(2, MONDAY, "dentist"))));
    }

    @Test
    @Tag("task-3")
    @DisplayName("The change is asked once, for the entry with the id and for no other")
    void the_change_is_asked_once() {
        List<Entry> asked = new ArrayList<>();

        threeEntries()
                .update(
                        2,
                        entry -> {
                            asked.add(entry);
                            return new Entry(2, MONDAY, "theatre");
                        });

        assertThat(asked)
                .as("the entries that the change was asked for: the one with the id 2, once")
                .containsExactly(SHOPPING);
    }

    @Test
    @Tag("task-3")
    @DisplayName("What the change returns takes the entry's place, even under another id")
    void an_update_takes_what_the_change_returns() {
        TodoList updated = threeEntries().update(1, _ -> new Entry(9, null, " "));

        assertThat(updated)
                .as("the list after the update: the new entry is in the old one's place")
                .isEqualTo(new TodoList(4, List.of(new Entry(9, null, " "), SHOPPING, CINEMA)));
    }

    @Test
    @Tag("task-3")
    @DisplayName("A change that throws is not hidden: the update throws the same")
    void a_change_that_throws_is_not_hidden() {
        var failure = new IllegalStateException("no change");

        assertThatThrownBy(
                        () ->
                                threeEntries()
                                        .update(
                                                2,
                                                _ -> {
                                                    throw failure;
                                                }),
                        "an update whose change throws")
                .isSameAs(failure);
    }

    @Test
    @Tag("task-3")
    @DisplayName("An entry of a hundred thousand can be updated")
    void a_long_list_can_be_updated() {
        TodoList updated = longList().update(100_000, _ -> new Entry(100_000, MONDAY, "last"));

        assertThat(updated.entries().getLast())
                .as("the last entry of a hundred thousand, after its update")
                .isEqualTo(new Entry(100_000, MONDAY, "last"));
    }

    @Test
    @Tag("task-3")
    @DisplayName("Updating leaves the list that one holds as it was")
    void updating_leaves_the_old_list_as_it_was() {
        TodoList old = threeEntries();

        old.update(1, TO_TUESDAY);

        assertThat(old)
                .as("the old list: it is as it was before the update")
                .isEqualTo(threeEntries());
    }

    @Test
    @Tag("task-3")
    @DisplayName("An update of an unknown id leaves the list as it is, and asks for no change")
    void an_update_of_an_unknown_id_changes_nothing() {
        for (int unknown : UNKNOWN_IDS) {
            assertThat(threeEntries().update(unknown, _ -> null))
                    .as("the list after an update of the unknown id %d: it is as it was", unknown)
                    .isEqualTo(threeEntries());
        }
        assertThat(TodoList.empty().update(1, TO_TUESDAY))
                .as("the empty list after an update: it is as it was")
                .isEqualTo(TodoList.empty());
    }

    @Test
    @Tag("task-4")
    @DisplayName("A delete takes one entry out and leaves the others")
    void a_delete_leaves_the_other_entries() {
        assertThat(threeEntries().delete(2).entries())
                .as("the entries that are left when id 2 has been deleted")
                .containsExactly(DENTIST, CINEMA);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A delete goes by the id, and leaves the others in their order")
    void a_delete_leaves_the_order() {
        TodoList withoutLast = unsortedEntries().delete(2);
        TodoList withoutFirst = unsortedEntries().delete(33);

        assertThat(withoutLast)
                .as("the list after the delete of id 2: the other entries in their order")
                .isEqualTo(
                        new TodoList(
                                50,
                                List.of(
                                        new Entry(33, MONDAY, "cinema"),
                                        new Entry(16, MONDAY, "dentist"))));
        assertThat(withoutFirst)
                .as("the list after the delete of id 33: the other entries in their order")
                .isEqualTo(
                        new TodoList(
                                50,
                                List.of(
                                        new Entry(16, MONDAY, "dentist"),
                                        new Entry(2, MONDAY, "dentist"))));
    }

    @Test
    @Tag("task-4")
    @DisplayName("An entry of a hundred thousand can be deleted")
    void a_long_list_can_be_shortened() {
        assertThat(longList().delete(100_000).entries())
                .as("the entries that are left of a hundred thousand when one was deleted")
                .hasSize(99_999);
    }

    @Test
    @Tag("task-4")
    @DisplayName("Deleting leaves the list that one holds as it was")
    void deleting_leaves_the_old_list_as_it_was() {
        TodoList old = threeEntries();

        old.delete(2);

        assertThat(old)
                .as("the old list: it is as it was before the delete")
                .isEqualTo(threeEntries());
    }

    @Test
    @Tag("task-4")
    @DisplayName("A delete of an unknown id leaves the list as it is")
    void a_delete_of_an_unknown_id_changes_nothing() {
        for (int unknown : UNKNOWN_IDS) {
            assertThat(threeEntries().delete(unknown))
                    .as("the list after a delete of the unknown id %d: it is as it was", unknown)
                    .isEqualTo(threeEntries());
        }
        assertThat(TodoList.empty().delete(1))
                .as("the empty list after a delete: it is as it was")
                .isEqualTo(TodoList.empty());
    }

    @Test
    @Tag("task-4")
    @DisplayName("The id of a deleted entry is never given again, be it the first or the last")
    void an_id_is_never_given_twice() {
        TodoList shorter = threeEntries().delete(1).delete(3);

        TodoList longer = shorter.add(MONDAY, "theatre");

        assertThat(longer.entries())
                .as("the entries: the new one has the id 4, as 1 and 3 were given before")
                .containsExactly(SHOPPING, new Entry(4, MONDAY, "theatre"));
    }

    @Test
    @Tag("task-4")
    @DisplayName("The id of the only entry is not given again either")
    void an_emptied_list_gives_no_id_again() {
        TodoList emptied = TodoList.empty().add(MONDAY, "dentist").delete(1);

        assertThat(emptied)
                .as("the emptied list: its next id is 2, as 1 was given before")
                .isEqualTo(new TodoList(2, List.of()));
    }

    /** As a list may be after updates that have changed ids; two entries differ in the id alone. */
    private static TodoList unsortedEntries() {
        return new TodoList(
                50,
                List.of(
                        new Entry(33, MONDAY, "cinema"),
                        new Entry(16, MONDAY, "dentist"),
                        new Entry(2, MONDAY, "dentist")));
    }

    private static TodoList longList() {
        return new TodoList(
                100_001,
                IntStream.rangeClosed(1, 100_000)
                        .mapToObj(id -> new Entry(id, TUESDAY, "shopping"))
                        .toList());
    }

    private static TodoList threeEntries() {
        return new TodoList(4, List.of(DENTIST, SHOPPING, CINEMA));
    }
}
