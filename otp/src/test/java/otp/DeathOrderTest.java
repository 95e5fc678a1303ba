package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.reasonOf;
import static otp.Processes.exit;
import static otp.Processes.isAlive;
import static otp.Processes.link;
import static otp.Processes.monitor;
import static otp.Processes.receive;
import static otp.Processes.register;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import org.junit.jupiter.api.Test;

/** Clients may rely on the order in which an end is announced. */
@RuntimeTest
class DeathOrderTest {

    private static final Name<Object> NAME = new Name<>("death_order");
    private static final Name<ScriptedServer.Message> SERVER = new Name<>("death_order_server");
    private static final int ROUNDS = 2_000;

    @Test
    void messages_come_first_then_the_exit_and_then_the_down() {
        trapExits(true);
        Pid<Object> test = self();
        for (int round = 0; round < ROUNDS; round++) {
            Gate gate = new Gate();
            Pid<Object> process =
                    spawn(() -> {
                        gate.pass();
                        send(test, "last words");
                    });
            monitor(process);
            link(process);
            gate.open();
            assertThat(receive()).isEqualTo("last words");
            assertThat(receive()).isEqualTo(new ExitMessage(process, ExitReason.NORMAL));
            assertThat(receive()).isInstanceOf(Down.class);
        }
    }

    @Test
    void the_name_is_free_when_the_exit_comes() {
        trapExits(true);
        for (int round = 0; round < ROUNDS; round++) {
            Pid<Object> process = spawn(Processes::receive);
            register(process, NAME);
            link(process);
            exit(process, ExitReason.KILL);
            assertThat(receive()).isInstanceOf(ExitMessage.class);
            assertThat(whereis(NAME)).isEmpty();
        }
    }

    @Test
    void the_name_is_free_and_the_process_not_alive_when_the_down_comes() {
        for (int round = 0; round < ROUNDS; round++) {
            Pid<Object> process = spawn(Processes::receive);
            register(process, NAME);
            Monitor monitor = monitor(process);
            send(process, "end");
            reasonOf(monitor);
            assertThat(whereis(NAME)).isEmpty();
            assertThat(isAlive(process)).isFalse();
        }
    }

    @Test
    void a_server_can_take_a_killed_ones_name_as_soon_as_the_down_has_come() {
        Pid<ScriptedServer.Message> server = GenServer.start(ScriptedServer::new, SERVER).pid();
        for (int round = 0; round < 10_000; round++) {
            Monitor monitor = monitor(server);
            exit(server, ExitReason.KILL);
            assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
            server = GenServer.start(ScriptedServer::new, SERVER).pid();
        }
        GenServer.stop(SERVER);
    }

    @Test
    void a_server_can_take_a_killed_ones_name_as_soon_as_the_exit_has_come() {
        trapExits(true);
        for (int round = 0; round < ROUNDS; round++) {
            Pid<ScriptedServer.Message> server =
                    GenServer.startLink(ScriptedServer::new, SERVER).pid();
            exit(server, ExitReason.KILL);
            assertThat(receive()).isEqualTo(new ExitMessage(server, ExitReason.KILLED));
        }
    }
}
