package todo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.trapExits;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.ChildSpec;
import otp.Exit;
import otp.ExitReason;
import otp.NameRegistry;
import otp.Pid;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;
import otp.Tuple;
import otp.Via;

import todo.EndEveryProcess;
import todo.Running;

import java.util.HashSet;
import java.util.Set;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ViaTest {

    private static final Object KEY = Tuple.of("counter", 1);
    private static final Via<Counter.Message> NAME = ProcessRegistry.via(KEY);

    @Test
    @DisplayName("A server that is started under a key can be called and cast to by the key")
    void a_server_is_reached_by_its_key() {
        startRegistry();
        Pid<Counter.Message> counter = Counter.startLink(NAME).pid();

        Counter.increment(NAME);

        assertThat(Counter.value(NAME)).as("the value of the counter").isEqualTo(1);
        assertThat(Counter.value(counter)).as("the value of the counter").isEqualTo(1);
        assertThat(ProcessRegistry.whereisName(KEY))
                .as("the process that is found under the key")
                .contains(counter);
    }

    @Test
    @DisplayName("Under a key that is taken nothing is started, and the holder is named")
    void a_server_cannot_be_started_twice_under_a_key() {
        startRegistry();
        Pid<Counter.Message> counter = Counter.startLink(NAME).pid();

        assertThat(Counter.startLink(NAME))
                .as("what comes of the start of a counter under a name")
                .isEqualTo(new Start.AlreadyStarted<>(counter));

        assertThat(Counter.startLink(ProcessRegistry.via("another")).pid())
                .as("the counter with another name")
                .isNotEqualTo(counter);
    }

    @Test
    @DisplayName("A key without a process: calls fail, casts are dropped, and sending is refused")
    void a_free_key_leads_nowhere() {
        startRegistry();

        Counter.increment(NAME);

        assertThatExceptionOfType(Exit.class)
                .as("a call of a name that no process has")
                .isThrownBy(() -> Counter.value(NAME))
                .withMessageStartingWith("noproc");
        assertThatIllegalArgumentException()
                .as("sending to a name that no process has")
                .isThrownBy(() -> send(NAME, new Counter.Increment()))
                .withMessageContaining("{:via, ProcessRegistry, ");
    }

    @Test
    @DisplayName("A server that stops or declines in its init gives its key back")
    void a_server_that_does_not_begin_gives_its_key_back() {
        startRegistry();
        ExitReason reason = ExitReason.of("no counting today");

        assertThat(Counter.startAndStop(NAME, reason))
                .as("what comes of the start of a counter under a name")
                .isEqualTo(new Start.Failed<>(reason));
        assertThat(Counter.startAndIgnore(NAME))
                .as("what comes of the start of a counter under a name")
                .isEqualTo(new Start.Ignore<>());

        assertThat(Counter.startLink(NAME))
                .as("what comes of the start of a counter under a name")
                .isInstanceOf(Start.Ok.class);
    }

    @Test
    @DisplayName("A key can be registered, found and freed through names")
    void names_are_the_registry() {
        startRegistry();
        NameRegistry names = NAME.registry();

        assertThat(names.registerName(KEY, self())).as("the process gets the key").isTrue();
        assertThat(names.registerName(KEY, self())).as("the process gets the key").isFalse();
        assertThat(names.whereisName(KEY))
                .as("the process that is found under the key")
                .contains(self());
        names.unregisterName(KEY);
        assertThat(names.whereisName(KEY)).as("the process that is found under the key").isEmpty();
    }

    @Test
    @DisplayName("A server that is restarted is found under its key, each time as another process")
    void a_restarted_server_is_found_under_its_key() {
        startRegistry();
        Pid<Supervisor.Message> supervisor =
                Supervisor.startLink(
                                SupervisorFlags.oneForOne().maxRestarts(50),
                                ChildSpec.worker("counter", () -> Counter.startLink(NAME)))
                        .pid();
        Set<Pid<?>> lives = new HashSet<>();

        for (int kills = 1; kills <= 50; kills++) {
            Running.kill(holder());
            Running.expectToGoOn(supervisor, kills);
            assertThat(Counter.value(NAME)).as("the value of the counter").isZero();
            lives.add(holder());
        }

        assertThat(lives).as("the counters that had the name, one after the other").hasSize(50);
    }

    private static Pid<?> holder() {
        return ProcessRegistry.whereisName(KEY)
                .orElseThrow(() -> new AssertionError("no process has the key " + KEY));
    }

    private static void startRegistry() {
        trapExits(true);
        ProcessRegistry.startLink().pid();
    }
}
