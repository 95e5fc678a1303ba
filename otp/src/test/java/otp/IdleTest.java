package otp;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** As long as all processes wait, the runtime does next to nothing, and it is back at once. */
@RuntimeTest
class IdleTest {

    @Test
    void processes_that_wait_are_hardly_looked_after_and_one_that_goes_on_is_seen() {
        Pid<Agent.Message<Integer>> agent = Agent.start(() -> 1).pid();
        for (int round = 0; round < 3; round++) {
            Awaitility.await().until(Turns::isIdle);
            // A machine may stand still until all wait again.
            Awaitility.await().pollInSameThread().until(() -> isSeen(agent));
        }
        Agent.stop(agent);
    }

    private static boolean isSeen(Pid<Agent.Message<Integer>> agent) {
        Agent.<Integer, Integer>get(agent, value -> value);
        return !Turns.isIdle();
    }
}
