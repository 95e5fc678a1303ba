package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import todo.EndEveryProcess;
import todo.list.TodoList;

import java.nio.file.Path;
import java.time.LocalDate;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 2, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PersistenceHuntTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final TodoList DENTIST = TodoList.empty().add(DAY, "dentist");

    @TempDir private Path home;

    @Test
    void a_stored_list_is_found() {
        Database.start(new ListFolder(home.resolve("lists")));

        Database.store("Bob's list", DENTIST);

        assertThat(Database.get("Bob's list")).isEqualTo(new Lookup.Found(DENTIST));
    }
}
