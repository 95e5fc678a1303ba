package board;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.isAlive;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;
import static otp.Processes.spawnMonitor;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import otp.Down;
import otp.Exit;
import otp.ExitReason;
import otp.Pid;
import otp.Processes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Many clients, and processes that are killed. */
@Timeout(value = 20, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int CLIENTS = 20;
    private static final int OVERTAKEN = 100;

    private static final int MANY = 10_000;

    private record Told(List<Long> totals) {}

    private record Scored(long total) {}

    private record Read(List<Standing> top, OptionalInt rank) {}

    @AfterEach
    void end_every_process() {
        Running.endAll();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-4")
    @DisplayName("However many clients score for a player at once, no point is lost")
    void no_point_is_lost() {
        Leaderboard board = StartedBoard.of("chess").board();
        Pid<Object> test = self();
        Phaser together = new Phaser(CLIENTS);
        AtomicInteger overtaken = new AtomicInteger();
        for (int client = 0; client < CLIENTS; client++) {
            spawnMonitor(() -> {
                together.arriveAndAwaitAdvance();
                send(test, new Told(scoreAmongOthers(board, overtaken)));
            });
        }

        assertThat(IntStream.range(0, CLIENTS).mapToObj(_ -> receive(Down.class).reason()))
                .as("how the clients ended")
                .containsOnly(ExitReason.NORMAL);
        List<Long> told =
                IntStream.range(0, CLIENTS)
                        .mapToObj(_ -> receive(Told.class).totals())
                        .flatMap(List::stream)
                        .toList();
        assertThat(told.stream().distinct().count())
                .as("the different totals that the clients were told, each after one more point")
                .isEqualTo(told.size());
        assertThat(board.top(9))
                .as("the best players")
                .containsExactly(new Standing("bob", told.size()));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-5")
    @DisplayName("A client that reads sends no message to any process")
    void readers_wait_for_no_process() {
        Leaderboard board = StartedBoard.of("chess").board();
        board.score("bob", 3);

        assertThat(SentMessages.during(() -> read(board)))
                .as("the processes that a reader has sent a message")
                .isEmpty();
        assertThat(SentMessages.toTheCaller(() -> read(board)))
                .as("what a reader is sent by a process that it waits for")
                .isEmpty();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-5")
    @DisplayName("A client that has scored finds its points, and every other client does")
    void what_was_told_is_found() {
        Leaderboard board = StartedBoard.of("chess").board();
        Pid<Object> test = self();

        for (int points = 1; points <= 200; points++) {
            board.score("bob", 1);
            spawn(() -> send(test, new Read(board.top(1), board.rank("bob"))));
            assertThat(receive(Read.class, SOON))
                    .as("what the reader has read")
                    .contains(bobAlone(points));
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-6")
    @DisplayName("When the process that clients ask is killed, no point is lost, and it goes on")
    void a_killed_worker_loses_nothing() {
        Leaderboard board = StartedBoard.of("chess").board();
        board.score("alice", 9);
        board.score("bob", 3);

        for (int before = 3; before <= 5; before += 2) {
            killWhatIsAsked(board);

            assertThat(board.top(9))
                    .as("the best players")
                    .containsExactly(new Standing("alice", 9), new Standing("bob", before + 1));
            assertThat(scoreAgain(board)).as("bob had one point less").isEqualTo(before + 2);
            assertThat(board.top(9))
                    .as("the best players")
                    .containsExactly(new Standing("alice", 9), new Standing("bob", before + 2));
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-6")
    @DisplayName("Readers notice nothing when the process that clients ask is killed")
    void readers_notice_no_kill() {
        Leaderboard board = StartedBoard.of("chess").board();
        board.score("bob", 4);

        whileOneTakesOver(
                board,
                () -> {
                    assertThat(board.top(1))
                            .as("the best player, while another process takes over")
                            .isIn(bobAlone(5).top(), bobAlone(6).top());
                    assertThat(board.rank("bob")).as("the rank of bob").isPresent();
                });

        assertThat(read(board)).as("what a client reads afterwards").isEqualTo(bobAlone(6));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-6")
    @DisplayName("While a process takes over from one that was killed, readers find all players")
    void readers_find_all_while_a_process_takes_over() {
        Leaderboard board = StartedBoard.of("chess").board();
        IntStream.range(0, MANY).forEach(player -> board.score("player " + player, 1));
        List<String> best = List.of("bob", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9");
        best.forEach(player -> board.score(player, player.equals("bob") ? 9 : 5));

        whileOneTakesOver(
                board,
                () ->
                        assertThat(players(board.top(10)))
                                .as("the best players, while another process takes over")
                                .isEqualTo(best));

        assertThat(board.top(MANY + 11)).as("the best players").hasSize(MANY + 10);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-6")
    @DisplayName("A total that no number can hold fails its client, and no point of others is lost")
    void a_total_that_is_too_large_harms_no_other() {
        Leaderboard board = StartedBoard.of("chess").board();
        board.score("alice", 5);
        board.score("bob", Long.MAX_VALUE);

        for (int mistake = 1; mistake <= 2; mistake++) {
            assertThat(fails(board)).as("one more point for bob fails").isTrue();
            Running.await(() -> isScored(board, "alice"));
        }
        assertThat(board.top(2))
                .as("the best players, when each mistake was followed by a point for alice")
                .containsExactly(new Standing("bob", Long.MAX_VALUE), new Standing("alice", 7));
        assertThat(board.rank("bob")).as("the rank of bob").hasValue(1);
        assertThat(board.rank("alice")).as("the rank of alice").hasValue(2);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName("When the process that has started the board is killed, nothing is left of it")
    void nothing_outlives_the_starter() {
        StartedBoard started = StartedBoard.of("chess");
        started.board().score("bob", 3);

        Running.kill(started.starter());

        Running.await(() -> Running.processes().isEmpty());
        assertThat(Running.processes()).as("processes that are left").isEmpty();
        assertThat(StartedBoard.of("chess").board().top(9)).as("the best players").isEmpty();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName("What has taken over from a process that was killed ends with the starter, too")
    void what_has_taken_over_does_not_outlive_the_starter() {
        StartedBoard started = StartedBoard.of("chess");
        killWhatIsAsked(started.board());
        scoreAgain(started.board());

        Running.kill(started.starter());

        Running.await(() -> Running.processes().isEmpty());
        assertThat(Running.processes()).as("processes that are left").isEmpty();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName("Nothing is left either when a process of the board has been killed before")
    void nothing_of_a_board_killed_in_part_outlives_the_starter() {
        int processes = allBut(StartedBoard.of("look").starter()).size();
        Running.endAll();
        for (int victim = 0; victim < processes; victim++) {
            Pid<?> starter = StartedBoard.of("board " + victim).starter();
            Running.kill(allBut(starter).get(victim));

            Running.kill(starter);

            Running.await(() -> Running.processes().isEmpty());
            assertThat(Running.processes())
                    .as("processes that are left, after one of the board was killed first")
                    .isEmpty();
            Running.endAll();
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName("The board is linked to its starter, which ends when all of the board is killed")
    void the_starter_ends_with_its_board() {
        Pid<?> starter = StartedBoard.of("chess").starter();
        boolean hasProcesses = !allBut(starter).isEmpty();

        while (!allBut(starter).isEmpty()) {
            allBut(starter).forEach(Running::kill);
        }

        Running.await(() -> !isAlive(starter));
        // A board without a process of its own has nothing that could be linked.
        assertThat(hasProcesses && isAlive(starter))
                .as("the starter lives on, though all processes of its board were killed")
                .isFalse();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-8")
    @DisplayName("When one board has ended, another one goes on")
    void the_end_of_a_board_leaves_the_others() {
        StartedBoard chess = StartedBoard.of("chess");
        chess.board().score("bob", 3);
        List<Pid<?>> ofChess = Running.processes();
        Leaderboard tennis = StartedBoard.of("tennis").board();
        tennis.score("bob", 4);

        Running.kill(chess.starter());
        Running.await(() -> ofChess.stream().noneMatch(Processes::isAlive));

        assertThat(tennis.score("bob", 1)).as("the total of bob, told after 1 more").isEqualTo(5);
        assertThat(tennis.top(9)).as("the best players").containsExactly(new Standing("bob", 5));
    }

    /**
     * Scores a point for bob again and again, until the clients have been overtaken by others often
     * enough, or there is no time left: where there is one core, another has its turn after some
     * ten thousand points only.
     */
    private static List<Long> scoreAmongOthers(Leaderboard board, AtomicInteger overtaken) {
        List<Long> told = new ArrayList<>();
        long end = System.nanoTime() + SOON.toNanos();
        long before = board.score("bob", 1);
        told.add(before);
        while (overtaken.get() < OVERTAKEN && System.nanoTime() < end) {
            long total = board.score("bob", 1);
            told.add(total);
            if (total != before + 1) {
                overtaken.incrementAndGet();
            }
            before = total;
        }
        return told;
    }

    private static List<Pid<?>> allBut(Pid<?> one) {
        return Running.processes().stream().filter(process -> !process.equals(one)).toList();
    }

    private static List<String> players(List<Standing> standings) {
        return standings.stream().map(Standing::player).toList();
    }

    /**
     * Scores a point for bob, has another process kill those that were asked and score one more,
     * and reads until it has. The thread of the test reads: a process that reads all the time may
     * keep the others from running where there is one core.
     */
    private static void whileOneTakesOver(Leaderboard board, Runnable reading) {
        Pid<Object> test = self();
        List<Pid<?>> asked = asked(board);
        spawn(() -> {
            asked.forEach(Running::kill);
            send(test, new Scored(scoreAgain(board)));
        });
        while (receive(Scored.class, Duration.ZERO).isEmpty()) {
            reading.run();
        }
    }

    private static Read bobAlone(long points) {
        return new Read(List.of(new Standing("bob", points)), OptionalInt.of(1));
    }

    /** Scores a point for bob, and kills the processes that were asked, if there are any. */
    private static void killWhatIsAsked(Leaderboard board) {
        asked(board).forEach(Running::kill);
    }

    /** Scores a point for bob, and returns the processes that were asked. */
    private static List<Pid<?>> asked(Leaderboard board) {
        return SentMessages.during(() -> board.score("bob", 1));
    }

    private static long scoreAgain(Leaderboard board) {
        Running.await(() -> isScored(board, "bob"));
        return board.top(9).stream()
                .filter(standing -> standing.player().equals("bob"))
                .mapToLong(Standing::points)
                .findFirst()
                .orElse(0);
    }

    private static boolean isScored(Leaderboard board, String player) {
        try {
            return board.score(player, 1) > 0;
        } catch (Exit restarting) {
            return false;
        }
    }

    private static boolean fails(Leaderboard board) {
        try {
            board.score("bob", 1);
            return false;
        } catch (RuntimeException expected) {
            return true;
        }
    }

    private static Read read(Leaderboard board) {
        return new Read(board.top(1), board.rank("bob"));
    }
}
