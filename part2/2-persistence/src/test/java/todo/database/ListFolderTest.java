package todo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import todo.list.TodoList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

@Timeout(value = 18, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ListFolderTest {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 1);
    private static final TodoList DENTIST = TodoList.empty().add(DAY, "dentist");
    private static final TodoList SHOPPING = DENTIST.add(DAY, "shopping");

    @TempDir private Path home;
    private ListFolder folder;

    @BeforeEach
    void choose_a_folder_that_does_not_exist_yet() {
        folder = new ListFolder(home.resolve("lists"));
    }

    @Test
    @DisplayName("A stored list is a file, which a person can read")
    void a_stored_list_is_a_file() {
        folder.store("Bob's list", DENTIST);

        assertThat(onlyFile())
                .as("the file of Bob's list: a person can read what is in it")
                .content()
                .contains("Bob's list", "dentist", "2016-10-01");
    }

    @Test
    @DisplayName("Storing a list again replaces its file, and leaves no other behind")
    void storing_again_replaces_the_file() {
        folder.store("Bob's list", SHOPPING);
        folder.store("Bob's list", DENTIST);

        assertThat(onlyFile())
                .as("the file of Bob's list: what was stored last, and nothing of before")
                .content()
                .contains("dentist")
                .doesNotContain("shopping");
    }

    @Test
    @DisplayName("A file is never written to again: another one is put in its place")
    void a_file_is_never_written_to_again() throws IOException {
        folder.store("Bob's list", DENTIST);
        Path sameFile = Files.createLink(home.resolve("another name of it"), onlyFile());
        byte[] before = Files.readAllBytes(sameFile);

        folder.store("Bob's list", SHOPPING);

        assertThat(sameFile)
                .as("the old file, under another name: nothing was written to it")
                .hasBinaryContent(before);
        assertThat(onlyFile())
                .as("the file that has taken its place")
                .content()
                .contains("shopping");
    }

    @Test
    @DisplayName("Where no folder can be, storing fails and says where")
    void storing_fails_where_no_folder_can_be() throws IOException {
        folder.store("Bob's list", DENTIST);
        ListFolder inAFile = new ListFolder(onlyFile());

        assertThatExceptionOfType(UncheckedIOException.class)
                .as("storing where no folder can be: the failure says where")
                .isThrownBy(() -> inAFile.store("Bob's list", DENTIST))
                .withMessageContaining(inAFile.path().toString());
    }

    @Test
    @DisplayName("A list comes back as it was stored, and knows which id is next")
    void a_list_comes_back_as_it_was() {
        TodoList list = SHOPPING.delete(2).add(DAY, "a \"quoted\"\n\t\\ title 📝 \uD800");

        folder.store("Bob's list", list);

        assertThat(folder.get("Bob's list"))
                .as("what is found of Bob's list: the same entries, titles and next id")
                .isEqualTo(new Lookup.Found(list));
    }

    @Test
    @DisplayName("A list that was never stored is missing, not broken")
    void a_list_that_was_never_stored_is_missing() {
        assertThat(folder.get("Bob's list"))
                .as("what is found of Bob's list, when nothing was stored")
                .isEqualTo(new Lookup.None());

        folder.store("Alice's list", DENTIST);

        assertThat(folder.get("Bob's list"))
                .as("what is found of Bob's list, when only Alice's was stored")
                .isEqualTo(new Lookup.None());
    }

    @Test
    @DisplayName("Any text can name a list: none leaves the folder, and no two are one list")
    void any_text_can_name_a_list() throws IOException {
        // A solution that takes names for paths fails at the first one, before any harm is done.
        List<String> names =
                List.of(
                        "a/b",
                        "a\0b",
                        "",
                        " ",
                        ".",
                        "..",
                        "/",
                        "../escaped",
                        "../../etc/passwd",
                        "/etc/passwd",
                        "a\\b",
                        "C:\\a",
                        "NUL",
                        "con.json",
                        "*",
                        "?",
                        "%2F",
                        "\n",
                        "\0",
                        "Bob",
                        "bob",
                        "BOB",
                        "Bob ",
                        "B\u00f6b",
                        "Bo\u0308b",
                        "📝",
                        "👩‍👧",
                        "\uFFFD",
                        "\uD800",
                        "\uDC00",
                        "x".repeat(10_000),
                        "x".repeat(9_999) + "y");

        names.forEach(name -> folder.store(name, listFor(name)));

        assertThat(names)
                .as("what is found of each list: what was stored under its name")
                .allSatisfy(name ->
                        assertThat(folder.get(name))
                                .as("what is found of the list: what was stored under its name")
                                .isEqualTo(new Lookup.Found(listFor(name))));
        try (Stream<Path> all = Files.walk(home)) {
            assertThat(all.filter(Files::isRegularFile))
                    .as("the files: one for each list, and all in the folder")
                    .hasSameSizeAs(names)
                    .allSatisfy(file ->
                            assertThat(file)
                                    .as("the file is in the folder itself")
                                    .hasParent(folder.path()));
        }
    }

    @Test
    @DisplayName("A file that was cut off is broken wherever the cut is, and stays as it is")
    void a_file_that_was_cut_off_is_broken() throws IOException {
        folder.store("Bob's list", DENTIST);
        byte[] whole = Files.readAllBytes(onlyFile());

        for (int length = 0; length < whole.length; length++) {
            assertIsBroken(Arrays.copyOf(whole, length));
        }
    }

    @Test
    @DisplayName("A file that holds anything but this list is broken, and stays as it is")
    void a_file_that_holds_anything_else_is_broken() throws IOException {
        folder.store("Alice's list", DENTIST);
        byte[] alices = Files.readAllBytes(onlyFile());
        Files.delete(onlyFile());
        folder.store("Bob's list", DENTIST);
        byte[] bobs = Files.readAllBytes(onlyFile());

        assertIsBroken(alices);
        assertIsBroken(Arrays.copyOf(bobs, bobs.length + 1));
        assertIsBroken(new byte[bobs.length]);
        assertIsBroken("null".getBytes());
        assertIsBroken("{}".getBytes());
        assertIsBroken("[]".getBytes());
    }

    @Test
    @DisplayName("What is there and cannot be read is broken as well")
    void what_cannot_be_read_is_broken() throws IOException {
        folder.store("Bob's list", DENTIST);
        Path file = onlyFile();
        Files.delete(file);
        Files.createDirectory(file);

        assertThat(folder.get("Bob's list"))
                .as("what is found of Bob's list, when its file cannot be read")
                .isInstanceOfSatisfying(
                        Lookup.Broken.class,
                        it ->
                                assertThat(it.file())
                                        .as("the file that the broken list names")
                                        .isEqualTo(file));
    }

    @Test
    @DisplayName("A JVM that is killed while it stores leaves one list or the other, and whole")
    void a_killed_jvm_leaves_a_whole_list() throws IOException {
        folder.store(StoresForEver.NAME, StoresForEver.OLD);
        assertThat(folder.get(StoresForEver.NAME))
                .as("what is found, before another JVM stores")
                .isEqualTo(new Lookup.Found(StoresForEver.OLD));

        try (AnotherJvm jvm = AnotherJvm.start(StoresForEver.class, folder.path())) {
            assertThat(jvm.readLine())
                    .as("what a JVM says that stores lists, and has no folder for other drafts")
                    .isEqualTo("stored");
        }

        assertThat(folder.get(StoresForEver.NAME))
                .as("what is found after the kill: the old list or the new one")
                .isIn(new Lookup.Found(StoresForEver.OLD), new Lookup.Found(StoresForEver.NEW));
    }

    @Test
    @DisplayName("A read while a list is stored again finds one list or the other, whole")
    void a_reader_always_finds_a_whole_list() {
        folder.store("Bob's list", DENTIST);
        assertThat(folder.get("Bob's list"))
                .as("what is found of Bob's list, before it is stored again")
                .isEqualTo(new Lookup.Found(DENTIST));
        Set<Lookup> found = new HashSet<>();

        Thread writer = Thread.ofPlatform().start(this::storeTwoListsInTurn);
        while (writer.isAlive()) {
            found.add(folder.get("Bob's list"));
        }

        assertThat(found)
                .as("what a reader finds while Bob's list is stored again and again")
                .isSubsetOf(new Lookup.Found(DENTIST), new Lookup.Found(SHOPPING));
    }

    private void storeTwoListsInTurn() {
        for (int round = 0; round < 200; round++) {
            try {
                folder.store("Bob's list", round % 2 == 0 ? SHOPPING : DENTIST);
            } catch (UncheckedIOException refused) {
                // Windows does not replace a file while it is being read.
            }
        }
    }

    @Test
    @DisplayName("What a killed JVM has left unfinished is no list, and blocks no store")
    void an_unfinished_draft_blocks_no_store() throws IOException {
        folder.store("Bob's list", DENTIST);
        Files.writeString(folder.path().resolve("list123.draft"), "{\"name\":\"Bob's l");

        assertThat(folder.get("Bob's list"))
                .as("what is found of Bob's list, beside an unfinished draft")
                .isEqualTo(new Lookup.Found(DENTIST));
        folder.store("Bob's list", SHOPPING);
        assertThat(folder.get("Bob's list"))
                .as("what is found of Bob's list, stored beside an unfinished draft")
                .isEqualTo(new Lookup.Found(SHOPPING));
    }

    @Test
    @DisplayName("After a store that failed half way, the list can be stored again")
    void a_failed_store_blocks_no_other() throws IOException {
        folder.store("Bob's list", DENTIST);
        Path file = onlyFile();
        Files.delete(file);
        Path obstacle = Files.createDirectories(file.resolve("obstacle"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .as("storing a list in whose place a folder is")
                .isThrownBy(() -> folder.store("Bob's list", DENTIST));
        Files.delete(obstacle);
        Files.delete(file);

        assertThatNoException()
                .as("a store after one that failed, and may have left its draft")
                .isThrownBy(() -> folder.store("Bob's list", SHOPPING));

        assertThat(folder.get("Bob's list"))
                .as("what is found of Bob's list, stored after a store that failed")
                .isEqualTo(new Lookup.Found(SHOPPING));
    }

    /** Puts content in the place of Bob's list, the only one. */
    private void assertIsBroken(byte[] content) throws IOException {
        Path file = onlyFile();
        Files.write(file, content);

        assertThat(folder.get("Bob's list"))
                .as("what is found of Bob's list, whose file holds something else")
                .isInstanceOfSatisfying(
                        Lookup.Broken.class,
                        it -> {
                            assertThat(it.file())
                                    .as("the file that the broken list names")
                                    .isEqualTo(file);
                            assertThat(it.problem())
                                    .as("what the broken list says is wrong with it")
                                    .isNotBlank();
                        });
        assertThat(onlyFile())
                .as("the file of Bob's list: looking leaves it as it is")
                .isEqualTo(file)
                .hasBinaryContent(content);
    }

    private static TodoList listFor(String name) {
        return TodoList.empty().add(DAY, "something for " + name);
    }

    private Path onlyFile() {
        try (Stream<Path> files = Files.list(folder.path())) {
            List<Path> all = files.toList();
            assertThat(all).as("the files in the folder: one, for the only list").hasSize(1);
            return all.getFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
