package todo;

import static otp.Processes.self;
import static otp.Processes.spawn;

import otp.Pid;

/** Counts processes by their pids, which are numbered as they start: none is too short-lived. */
public final class StartedProcesses {

    private StartedProcesses() {}

    /** Returns how many processes start while an action runs; there must be no other action. */
    public static int during(Runnable action) {
        self();
        int before = number(spawn(() -> {}));
        action.run();
        return number(spawn(() -> {})) - before - 1;
    }

    private static int number(Pid<?> pid) {
        return Integer.parseInt(pid.toString().split("\\.")[1]);
    }
}
