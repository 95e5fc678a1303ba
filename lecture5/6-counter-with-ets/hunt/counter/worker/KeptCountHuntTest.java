package counter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.store.Store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Pid;
import otp.Registry;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 2, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeptCountHuntTest {

    @Test
    void a_worker_counts() {
        startStore();
        Worker.startLink("W1").pid();

        assertThat(Worker.inc("W1")).isEqualTo(1);
    }

    private static Pid<Void> startStore() {
        // The test is linked to what it starts, and is not to end with it.
        trapExits(true);
        Pid<Void> store = Store.startLink().pid();
        Worker.REGISTRY.startLink(Registry.Keys.UNIQUE).pid();
        return store;
    }
}
