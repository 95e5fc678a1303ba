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
        if (otp.Processes.whereis(new Name<Worker.Message>("leaderboard worker")).isPresent()) {
            Store.startLink(scores).pid();
            return new Board(new Name<>("leaderboard worker"), scores);
        }
        Name<Worker.Message> worker = new Name<>("leaderboard worker");
        Supervisor.startLink(
                        SupervisorFlags.restForOne(),
                        ChildSpec.worker("store", () -> Store.startLink(scores)),
                        ChildSpec.worker("worker", () -> Worker.startLink(worker, scores)))
                .pid();
        return new Board(worker, scores);
    }
}
// End of task 1.
