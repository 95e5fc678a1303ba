// Task 1: whatever the board is made of.
package board;

import otp.ChildSpec;
import otp.Name;
import otp.Supervisor;
import otp.SupervisorFlags;

/** Supervises the owner of the tables, and the worker that changes them. */
final class BoardSupervisor {

    private BoardSupervisor() {}

    static Leaderboard startLink(String board) {
        Scores scores = Scores.of(board);
        Name<Worker.Message> worker = new Name<>(board + " worker");
        Supervisor.startLink(
                        SupervisorFlags.restForOne(),
                        ChildSpec.worker("store", () -> Store.startLink(scores)),
                        ChildSpec.worker("worker", () -> Worker.startLink(worker, scores))
                                .withRestart(otp.Restart.TEMPORARY))
                .pid();
        return new Board(worker, scores);
    }
}
// End of task 1.
