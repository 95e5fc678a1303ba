package kata.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kata.Fixture;
import kata.Patience;
import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A watch is open in one window, and `./kata run` in another: neither knows of the other. */
class TwoProcessesTest {

    private static final int ROUNDS = 5;

    @TempDir private Path root;
    private Stage stage;

    @BeforeEach
    void solve_the_stage() {
        stage = Fixture.stage(root, "solved");
    }

    @Test
    void what_one_has_compiled_another_leaves_alone() {
        Compilation mine = Compilation.of(StageCode.learner(stage));
        try (Worker other = patient()) {
            assertThat(other.run(StageCode.learner(stage)).passed()).isTrue();
        }
        assertThat(mine.classes().resolve("numbers/Numbers.class")).exists();
        assertThat(mine.testClasses().resolve("numbers/NumbersTest.class")).exists();
    }

    @Test
    void both_find_right_code_right_at_the_same_time() {
        try (Worker one = patient();
                Worker other = patient()) {
            var both = Stream.of(one, other).map(this::inAnotherThread).toList();
            assertThat(both.stream().flatMap(runs -> runs.join().stream())).containsOnly(true);
        }
    }

    @Test
    void what_a_killed_one_has_left_the_next_deletes() throws IOException {
        try (Worker killed = patient()) {
            killed.run(StageCode.learner(stage));
        }
        Path left = folders().getFirst();
        // Its end may still be under way.
        await().atMost(Patience.LIMIT)
                .until(() -> {
                    try (Worker next = patient()) {
                        next.run(StageCode.learner(stage));
                    }
                    return Files.notExists(left);
                });
    }

    @Test
    void a_folder_that_was_deleted_is_claimed_once_more() throws IOException {
        try (Worker one = patient();
                Worker other = patient()) {
            one.run(StageCode.learner(stage));
            for (Path folder : folders()) {
                Files.delete(folder.resolveSibling(folder.getFileName() + ".lock"));
            }
            one.run(StageCode.learner(stage));
            other.run(StageCode.learner(stage));
            assertThat(folders()).hasSize(2);
        }
    }

    /** Two processes and their workers take turns on a busy machine. */
    private static Worker patient() {
        return new Worker(Patience.LIMIT);
    }

    private CompletableFuture<List<Boolean>> inAnotherThread(Worker worker) {
        return CompletableFuture.supplyAsync(() ->
                IntStream.range(0, ROUNDS)
                        .mapToObj(_ -> worker.run(StageCode.learner(stage)).passed())
                        .toList());
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> paths = Files.list(root.resolve(".kata/out"))) {
            return paths.filter(Files::isDirectory).toList();
        }
    }
}
