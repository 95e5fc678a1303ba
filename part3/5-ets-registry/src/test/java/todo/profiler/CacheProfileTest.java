package todo.profiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.DynamicSupervisor;
import otp.Exit;
import otp.Name;

import todo.EndEveryProcess;
import todo.database.Shelf;
import todo.system.TodoSupervisor;

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
    @DisplayName("Each of the hundred lists is asked for now and then, and no other")
    void each_list_is_asked_for_now_and_then() {
        startSystem();

        for (int operation = 1; operation <= 3_000; operation++) {
            CacheProfile.findAnyList();
        }

        assertThat(numberOfServers())
                .as("number of lists that were asked for, in 3000 times")
                .isEqualTo(100);
        CacheProfile.startAllLists();
        assertThat(numberOfServers())
                .as("number of lists, those that are started before the run among them")
                .isEqualTo(100);
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
