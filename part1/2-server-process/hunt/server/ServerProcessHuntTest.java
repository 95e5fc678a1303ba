package server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import otp.Pid;

@Timeout(value = 2, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerProcessHuntTest {

    /** Adds up the numbers that it is told, and answers every question with the sum. */
    private record Sum() implements Callbacks<Integer> {

        @Override
        public Integer init() {
            return 0;
        }

        @Override
        public Integer handleCast(Object number, Integer sum) {
            return sum + (Integer) number;
        }

        @Override
        public Reply<Integer> handleCall(Object question, Integer sum) {
            return new Reply<>(sum, sum);
        }
    }

    @Test
    void a_question_is_answered() {
        Pid<Request> server = ServerProcess.start(new Sum());

        assertThat(ServerProcess.call(server, "how much?")).isEqualTo(0);
    }
}
