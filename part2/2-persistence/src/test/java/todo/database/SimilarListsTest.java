package todo.database;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import todo.list.TodoList;

import java.nio.file.Path;
import java.time.LocalDate;

/** Lists that a folder must tell apart although they resemble each other. */
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimilarListsTest {

    private static final TodoList DENTIST = listWith("dentist");

    /** Fingerprints of these names begin with the same ten hexadecimal digits. */
    private static final String NAME = "list 305119";

    private static final String NAME_LIKE_IT = "list 1001391";

    @TempDir private Path home;
    private ListFolder folder;

    @BeforeEach
    void choose_a_folder() {
        folder = new ListFolder(home);
    }

    @Test
    @DisplayName("A list takes the place of another one that is as long")
    void a_list_as_long_as_the_one_before_is_stored() {
        TodoList shopping = listWith("shopper");
        folder.store("Bob's list", DENTIST);

        folder.store("Bob's list", shopping);

        assertThat(folder.get("Bob's list"))
                .as("what is found of Bob's list: what was stored last")
                .isEqualTo(new Lookup.Found(shopping));
    }

    @Test
    @DisplayName("Two names are two files, even if their fingerprints begin alike")
    void the_whole_fingerprint_counts() {
        folder.store(NAME, DENTIST);

        assertThat(folder.get(NAME_LIKE_IT))
                .as("what is found of a list whose name has a fingerprint that begins alike")
                .isEqualTo(new Lookup.None());
    }

    private static TodoList listWith(String title) {
        return TodoList.empty().add(LocalDate.of(2016, 10, 1), title);
    }
}
