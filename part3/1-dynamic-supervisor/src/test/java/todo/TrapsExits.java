package todo;

import static otp.Processes.info;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawnMonitor;

import otp.Down;
import otp.Pid;

import java.time.Duration;

/** Whether a process traps exits: starting another is no reason for it. */
public final class TrapsExits {

    private record Answer(boolean yes) {}

    private TrapsExits() {}

    /** Returns whether a new process traps exits after an action. */
    public static boolean after(Runnable action) {
        Pid<Object> test = self();
        spawnMonitor(() -> {
            action.run();
            send(test, new Answer(info(self()).orElseThrow().trapsExits()));
        });
        Down end = receive(Down.class);
        return receive(Answer.class, Duration.ZERO)
                .orElseThrow(() -> new AssertionError("the action has failed: " + end.reason()))
                .yes();
    }
}
