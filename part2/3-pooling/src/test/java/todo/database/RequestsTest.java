package todo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.info;
import static otp.Processes.self;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Exit;
import otp.ProcessInfo;

import todo.EndEveryProcess;
import todo.list.TodoList;

import java.util.Map;

/** What a request has the storage do, and what it leaves behind. */
@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RequestsTest {

    @Test
    @Tag("task-4")
    @DisplayName("A request is one operation: the storage does nothing twice, and nothing besides")
    void a_request_is_one_operation() {
        Ledger ledger = Ledger.with(Map.of());
        Database.start(ledger);

        Database.store("Bob's list", TodoList.empty());
        Database.get("Bob's list");

        assertThat(ledger.operations())
                .as("what the worker did with the storage: one operation for each request")
                .containsExactly("store Bob's list", "get Bob's list");
    }

    @Test
    @Tag("task-4")
    @DisplayName("A client that waits for a worker learns why it has ended, and does not ask again")
    void a_client_learns_why_its_worker_has_ended() {
        Database.start(new UnreadableStorage());

        assertThatExceptionOfType(Exit.class)
                .as("asking a worker that ends over it: the client hears what the storage said")
                .isThrownBy(() -> Database.get("Bob's list"))
                .withMessageContaining(UnreadableStorage.PROBLEM);
    }

    @Test
    @Tag("task-4")
    @DisplayName("A client that has its answer does not monitor the worker any more")
    void a_request_leaves_no_monitor() {
        Database.start(Ledger.with(Map.of()));

        Database.store("Bob's list", TodoList.empty());
        Database.get("Bob's list");

        assertThat(info(self()).orElseThrow().monitors()).as("what the client monitors").isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A database or a worker that is told to end does so")
    void database_and_workers_trap_no_exits() {
        Database.start(Ledger.with(Map.of())).pid();

        assertThat(EndEveryProcess.running())
                .flatMap(pid -> info(pid).stream().toList())
                .filteredOn(ProcessInfo::trapsExits)
                .extracting(ProcessInfo::label)
                .as("what traps exits")
                .isEmpty();
    }

    /** A storage in which no list can be looked for. */
    private record UnreadableStorage() implements Storage {

        static final String PROBLEM = "the disk is broken";

        @Override
        public void store(String listName, TodoList list) {}

        @Override
        public Lookup get(String listName) {
            throw new IllegalStateException(PROBLEM);
        }
    }
}
