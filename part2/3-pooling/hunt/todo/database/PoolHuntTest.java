package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import todo.EndEveryProcess;
import todo.list.TodoList;

import java.time.LocalDate;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 2, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PoolHuntTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final TodoList DENTIST = TodoList.empty().add(DAY, "dentist");

    private final Shelf shelf = new Shelf();

    @Test
    void a_list_that_was_never_stored_is_not_found() {
        Database.start(shelf);

        assertThat(Database.get("Bob's list")).isEqualTo(new Lookup.None());
    }
}
