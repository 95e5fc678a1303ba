package duper;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.info;
import static otp.Processes.isAlive;
import static otp.Processes.mailboxLength;
import static otp.Processes.receive;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import otp.ExitReason;
import otp.Pid;
import otp.ProcessInfo.Status;
import otp.Sys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DuperWorkerTest {

    @TempDir private Path folder;

    private Path first;
    private Path other;
    private Path second;

    @BeforeEach
    void writeFiles() throws IOException {
        first = Files.writeString(folder.resolve("first.txt"), "the same");
        other = Files.writeString(folder.resolve("other.txt"), "another");
        second = Files.writeString(folder.resolve("second.txt"), "the same");
    }

    @Test
    @Tag("task-2")
    @DisplayName("A worker adds all files by their content, and then ends, which is no crash")
    void a_worker_fetches_until_there_is_nothing_left() {
        startOthers();

        Pid<?> worker = DuperWorker.startLink(1).pid();

        assertThat(Ends.of(worker)).as("why the worker has ended").isEqualTo(ExitReason.NORMAL);
        assertThat(Results.duplicates())
                .as("the files that are the same")
                .containsExactly(Set.of(first, second));
        assertThat(PathFinder.nextPath()).as("a file that is left").isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("An empty file is a file like any other, and two of them are the same")
    void an_empty_file_is_a_file() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        Path alsoEmpty = Files.createFile(folder.resolve("void.txt"));
        startOthers();

        Pid<?> worker = DuperWorker.startLink(1).pid();

        assertThat(Ends.of(worker)).as("why the worker has ended").isEqualTo(ExitReason.NORMAL);
        assertThat(Results.duplicates())
                .as("the files that are the same")
                .containsExactlyInAnyOrder(Set.of(first, second), Set.of(empty, alsoEmpty));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A worker is done once, by its number, when all that it found has been added")
    void a_worker_says_that_it_is_done() {
        startOthers();

        Pid<?> worker = DuperWorker.startLink(7).pid();

        assertThat(Ends.done()).as("the number of the worker that is done").isEqualTo(7);
        assertThat(Results.duplicates()).as("the duplicates").hasSize(1);
        Ends.of(worker);
        assertThat(Ends.isAnotherDone()).as("the worker says once more that it is done").isFalse();
    }

    @Test
    @Tag("task-2")
    @DisplayName("Two workers share the files: each file is added once, and both are done")
    void two_workers_share_the_files() {
        startOthers();

        DuperWorker.startLink(1).pid();
        DuperWorker.startLink(2).pid();

        assertThat(List.of(Ends.done(), Ends.done()))
                .as("the workers that are done")
                .containsExactlyInAnyOrder(1, 2);
        assertThat(Results.add("the hash of no file", other))
                .as("files with this hash")
                .isEqualTo(1);
        assertThat(Results.duplicates())
                .as("the files that are the same")
                .containsExactly(Set.of(first, second));
    }

    @Test
    @Tag("task-2")
    @DisplayName("A file that cannot be read crashes the worker, which is not done then")
    void an_unreadable_file_crashes_the_worker() throws IOException {
        startOthers();
        Files.delete(first);

        Pid<?> worker = DuperWorker.startLink(1).pid();

        assertThat(Ends.of(worker).toString())
                .as("why the worker has ended")
                .contains("NoSuchFileException");
        assertThat(Ends.isAnotherDone()).as("the worker says that it is done").isFalse();
    }

    @Test
    @Tag("task-2")
    @DisplayName("Without a path finder a worker crashes: that is not the end of its work")
    void without_a_path_finder_a_worker_crashes() {
        trapExits(true);
        Results.startLink().pid();
        StandInGatherer.startLink();

        Pid<?> worker = DuperWorker.startLink(1).pid();

        assertThat(Ends.of(worker).toString())
                .as("why the worker has ended")
                .contains("noproc", "duper_path_finder");
        assertThat(Ends.isAnotherDone()).as("the worker says that it is done").isFalse();
    }

    @Test
    @Tag("task-2")
    @DisplayName("A worker goes on when its file has been added, and not before")
    void a_worker_waits_until_its_file_has_been_added() {
        trapExits(true);
        Pid<?> results = Results.startLink().pid();
        PathFinder.startLink(folder).pid();
        StandInGatherer.startLink();
        Sys.suspend(results);

        Pid<?> worker = DuperWorker.startLink(1).pid();
        Awaitility.await("a file is to be added, and the worker waits")
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> !isAlive(worker) || mailboxLength(results) > 0 && !isRunning(worker));
        if (!isAlive(worker)) {
            throw new AssertionError("the worker has ended: " + Ends.of(worker));
        }

        assertThat(PathFinder.nextPath())
                .as("the next file, while the first is not added yet: the second")
                .contains(other);
        Sys.resume(results);
        assertThat(Ends.of(worker)).as("why the worker has ended").isEqualTo(ExitReason.NORMAL);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A worker fetches one file for each message, so that it listens in between")
    void a_worker_listens_between_two_files() {
        trapExits(true);
        Results.startLink().pid();
        StandInGatherer.startLink();
        InterruptingPathFinder.startLink(first);

        DuperWorker.startLink(1).pid();

        Pid<?> worker = Ends.next(InterruptingPathFinder.Paused.class).worker();
        assertThat(Ends.next(InterruptingPathFinder.Asked.class).times())
                .as("how often a path was asked for before the interruption")
                .isEqualTo(1);
        assertThat(receive(InterruptingPathFinder.Asked.class, Duration.ZERO))
                .as("a request for a second file, while the worker pauses")
                .isEmpty();
        assertThat(mailboxLength(worker))
                .as("how often the worker has told itself to fetch the next file")
                .isLessThanOrEqualTo(1);
        Sys.resume(worker);
        assertThat(Ends.of(worker)).as("why the worker has ended").isEqualTo(ExitReason.NORMAL);
    }

    private static boolean isRunning(Pid<?> process) {
        return info(process).filter(it -> it.status() == Status.RUNNING).isPresent();
    }

    private void startOthers() {
        trapExits(true);
        Results.startLink().pid();
        PathFinder.startLink(folder).pid();
        StandInGatherer.startLink();
    }
}
