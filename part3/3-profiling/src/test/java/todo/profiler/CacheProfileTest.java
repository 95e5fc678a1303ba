package todo.profiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.DynamicSupervisor;
import otp.Exit;
import otp.Name;
import otp.Tuple;

import todo.EndEveryProcess;
import todo.database.Shelf;
import todo.system.TodoSupervisor;

import java.util.List;
import java.util.stream.IntStream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CacheProfileTest {

    @Test
    @Tag("task-2")
    @DisplayName("A hundred lists are started before anything is measured")
    void all_lists_are_started_before() {
        startSystem();

        CacheProfile.startAllLists();

        assertThat(numberOfServers()).as("servers that run").isEqualTo(100);
    }

    @Test
    @Tag("task-2")
    @DisplayName("Before a run each of the lists, from list 1 to list 100, is asked for once")
    void each_list_is_asked_for_once_before() {
        List<Object> keys = CountingRegistry.startLink();

        CacheProfile.startAllLists();

        assertThat(keys)
                .as("the lists that were asked for")
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 100)
                                .mapToObj(number -> Tuple.of("todo_server", "list " + number))
                                .toList());
    }

    @Test
    @Tag("task-2")
    @DisplayName("One operation is one question, for one of the lists that were started")
    void one_operation_is_one_question() {
        List<Object> keys = CountingRegistry.startLink();
        CacheProfile.startAllLists();
        List<Object> lists = List.copyOf(keys);
        keys.clear();

        for (int operation = 1; operation <= 3_000; operation++) {
            CacheProfile.findAnyList();
        }

        assertThat(keys).as("the lists that were asked for").hasSize(3_000);
        assertThat(lists.stream().filter(list -> !keys.contains(list)))
                .as("lists that were asked for in none of 3000 operations")
                .isEmpty();
        assertThat(keys.stream().filter(key -> !lists.contains(key)).distinct())
                .as("lists that were asked for, and not started before")
                .isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("The lists are asked for at random: none too often, and not in turn")
    void lists_are_picked_at_random() {
        List<Object> keys = CountingRegistry.startLink();

        for (int operation = 1; operation <= 3_000; operation++) {
            CacheProfile.findAnyList();
        }

        assertThat(keys.stream().collect(groupingBy(key -> key, counting())).values())
                .as("how often each list was asked for, in 3000 times")
                .allMatch(times -> times < 100);
        assertThat(IntStream.range(1, 3_000).filter(i -> keys.get(i).equals(keys.get(i - 1))))
                .as("the times that the same list came twice in a row")
                .isNotEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A question that fails is no operation: the client crashes")
    void a_question_that_fails_is_no_operation() {
        assertThatExceptionOfType(Exit.class)
                .as("looking for a list without a registry")
                .isThrownBy(CacheProfile::findAnyList)
                .withMessageStartingWith("noproc");
    }

    @Test
    @Tag("task-2")
    @DisplayName("A question that fails is not asked once more")
    void a_question_that_fails_is_not_asked_again() {
        List<Object> keys = CountingRegistry.startLinkWithoutServers();

        assertThatExceptionOfType(Exit.class)
                .as("looking for a list that has no server, without a cache")
                .isThrownBy(CacheProfile::findAnyList);
        assertThat(keys).as("the lists that were asked for").hasSize(1);
    }

    @Test
    @Tag("task-2")
    @DisplayName("One client or a hundred: the profile counts what all have done together")
    void the_profile_counts_what_all_clients_have_done() {
        startSystem();

        assertThat(CacheProfile.run(100, 1).operations())
                .as("operations that were done")
                .isEqualTo(100);
        assertThat(CacheProfile.run(10, 100).operations())
                .as("operations that were done")
                .isEqualTo(1_000);
        assertThat(numberOfServers()).as("servers that run").isEqualTo(100);
    }

    @Test
    @Tag("task-2")
    @DisplayName("Without a system the run fails at once: there is nothing to be measured")
    void without_a_system_the_run_fails() {
        assertThatExceptionOfType(Exit.class)
                .as("a run without a cache")
                .isThrownBy(() -> CacheProfile.run(10, 10))
                .withMessageStartingWith("noproc");
    }

    private static void startSystem() {
        trapExits(true);
        TodoSupervisor.startLink(new Shelf()).pid();
    }

    private static int numberOfServers() {
        return DynamicSupervisor.countChildren(new Name<>("todo_server_supervisor")).active();
    }
}
