package board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;

/** What a board tells of players and points. */
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LeaderboardTest {

    @AfterEach
    void end_every_process() {
        Running.endAll();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("Points are added to what a player has, and the total is told")
    void points_are_added() {
        Leaderboard board = start("chess");

        assertThat(board.score("bob", 3)).as("the total of bob, told after 3 more").isEqualTo(3);
        assertThat(board.score("bob", 4)).as("the total of bob, told after 4 more").isEqualTo(7);
        assertThat(board.score("alice", 5))
                .as("the total of alice, told after 5 more")
                .isEqualTo(5);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-2")
    @DisplayName("The best players are told, the best first, and each of them once")
    void the_best_come_first() {
        Leaderboard board = start("chess");
        board.score("alice", 9);
        board.score("bob", 10);
        board.score("carol", 100);
        board.score("alice", 2);

        assertThat(board.top(2))
                .as("the best players")
                .containsExactly(new Standing("carol", 100), new Standing("alice", 11));
        assertThat(board.top(9))
                .as("the best players")
                .containsExactly(
                        new Standing("carol", 100),
                        new Standing("alice", 11),
                        new Standing("bob", 10));
        assertThat(board.top(0)).as("none of the best").isEmpty();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-2")
    @DisplayName("Players with equally many points are told in the order of the alphabet")
    void equals_come_in_the_order_of_the_alphabet() {
        Leaderboard board = start("chess");
        board.score("carol", 5);
        board.score("bob", 5);
        board.score("dave", 7);
        board.score("bill", 5);
        board.score("alice", 5);

        assertThat(board.top(5))
                .as("the best players")
                .extracting(Standing::player)
                .containsExactly("dave", "alice", "bill", "bob", "carol");
        assertThat(board.top(3))
                .as("the best three players, though two more have as many points as the third")
                .extracting(Standing::player)
                .containsExactly("dave", "alice", "bill");
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-2")
    @DisplayName("A board without players has none to tell")
    void a_new_board_is_empty() {
        Leaderboard board = start("chess");

        assertThat(board.top(10)).as("the best players").isEmpty();
        assertThat(board.rank("bob")).as("the rank of bob").isEmpty();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-3")
    @DisplayName("A rank says how many players are better, so that equals share one")
    void equals_share_a_rank() {
        Leaderboard board = start("chess");
        board.score("alice", 5);
        board.score("bob", 9);
        board.score("carol", 5);
        board.score("dave", 1);

        assertThat(board.rank("bob")).as("the rank of bob").hasValue(1);
        assertThat(board.rank("alice")).as("the rank of alice").hasValue(2);
        assertThat(board.rank("carol")).as("the rank of carol").hasValue(2);
        assertThat(board.rank("dave")).as("the rank of dave").hasValue(4);
        board.score("dave", 99);
        assertThat(board.rank("dave")).as("the rank of dave").hasValue(1);
        assertThat(board.rank("bob")).as("the rank of bob").hasValue(2);
        assertThat(board.rank("erin")).as("the rank of erin, who has no points").isEmpty();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-4")
    @DisplayName(
            "What all processes share cannot change: what changes is kept by a process, or in a"
                    + " table")
    void what_processes_share_cannot_change() {
        assertThat(StaticState.canChange(start("chess")))
                .as("the object that startLink returns, or what it holds, can change")
                .isFalse();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-7")
    @DisplayName("What is no score is refused where it is made, and the board goes on")
    void mistakes_harm_the_process_that_makes_them() {
        Leaderboard board = start("chess");
        board.score("bob", 3);

        assertThatIllegalArgumentException()
                .as("scoring nothing")
                .isThrownBy(() -> board.score("bob", 0));
        assertThatIllegalArgumentException()
                .as("scoring less than nothing")
                .isThrownBy(() -> board.score("bob", -3));
        assertThatNullPointerException()
                .as("scoring for a player that is missing")
                .isThrownBy(() -> board.score(null, 3));
        assertThat(board.top(9)).as("the best players").containsExactly(new Standing("bob", 3));
        assertThat(board.score("bob", 1)).as("the total of bob, told after 1 more").isEqualTo(4);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-8")
    @DisplayName("Two boards share nothing")
    void boards_share_nothing() {
        Leaderboard chess = start("chess");
        Leaderboard tennis = start("tennis");
        chess.score("bob", 3);

        assertThat(tennis.top(9)).as("the best players").isEmpty();
        assertThat(tennis.score("bob", 1)).as("the total of bob, told after 1 more").isEqualTo(1);
        assertThat(chess.top(9)).as("the best players").containsExactly(new Standing("bob", 3));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-8")
    @DisplayName("Any text names a player or a board, and two names that look like one are two")
    void names_do_not_run_together() {
        Leaderboard board = start("chess");
        for (String sign : List.of("", " ", ".", "-", "_", ":", "/")) {
            board.score("club" + sign + "bob", 1);
            Leaderboard other = start("chess" + sign + "club");

            assertThat(other.rank("bob")).as("the rank of bob on a new board").isEmpty();
            assertThat(other.score("bob", 1)).as("the total of bob, told after 1").isEqualTo(1);
        }
        for (String name : List.of("Chess", " chess", "chess ")) {
            assertThat(start(name).top(9)).as("the best players of '%s'", name).isEmpty();
        }
        List<String> players = List.of("bob", "Bob", " bob", "bob ", "");
        for (String player : players) {
            assertThat(board.score(player, 1))
                    .as("the total of '%s', told after 1", player)
                    .isEqualTo(1);
        }
        assertThat(board.top(99))
                .as("all players, of whom five have names that look alike")
                .extracting(Standing::player)
                .containsAll(players);
    }

    private static Leaderboard start(String name) {
        return StartedBoard.of(name).board();
    }
}
