package todo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.self;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.Pid;

import todo.EndEveryProcess;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 2, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RegistryHuntTest {

    private Pid<ProcessRegistry.Message> registry;

    @BeforeEach
    void start_the_registry() {
        // The test is linked to the registry, and is not to end with it.
        trapExits(true);
        registry = ProcessRegistry.startLink().pid();
    }

    @Test
    void a_process_is_found_under_its_key() {
        ProcessRegistry.registerName("Bob", self());

        assertThat(ProcessRegistry.whereisName("Bob")).contains(self());
    }
}
