package counter.system;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.worker.Worker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.DynamicSupervisor;
import otp.Pid;
import otp.Registry;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 2, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkersHuntTest {

    @Test
    void a_worker_counts() {
        startSupervisor();

        WorkerSupervisor.startWorker("W1");
        Worker.inc("W1");

        assertThat(Worker.value("W1")).isEqualTo(1);
    }

    private static Pid<DynamicSupervisor.Message> startSupervisor() {
        // The test is linked to what it starts, and is not to end with it.
        trapExits(true);
        Worker.REGISTRY.startLink(Registry.Keys.UNIQUE).pid();
        return WorkerSupervisor.startLink().pid();
    }
}
