package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import org.junit.jupiter.api.Test;

import otp.ProcessEvent.Sent;
import otp.ProcessEvent.Taken;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Events come in an order that can have happened, however many processes there are. */
@RuntimeTest
class TraceOrderTest {

    private static final int PAIRS = 20;
    private static final int ROUNDS = 200;

    private final CountDownLatch done = new CountDownLatch(PAIRS);

    private void pingPong() {
        Pid<Object> other =
                spawn(() -> {
                    while (receive() instanceof Pid<?> pid) {
                        answer(pid);
                    }
                });
        for (int round = 0; round < ROUNDS; round++) {
            send(other, self());
            receive();
        }
        send(other, "over");
        done.countDown();
    }

    @SuppressWarnings("unchecked")
    private static void answer(Pid<?> pid) {
        send((Pid<Object>) pid, "pong");
    }

    @SuppressWarnings("try")
    private List<TraceEvent.What> tracePingPong() throws InterruptedException {
        List<TraceEvent.What> whats = new ArrayList<>();
        try (Trace trace = Trace.start(TraceOptions.DEFAULTS.only(TraceKind.MESSAGES))) {
            IntStream.range(0, PAIRS).forEach(_ -> spawn(this::pingPong));
            done.await();
            trace.close();
            for (List<TraceEvent> some = trace.take(Duration.ZERO);
                    !some.isEmpty();
                    some = trace.take(Duration.ZERO)) {
                some.forEach(event -> whats.add(event.what()));
            }
            assertThat(trace.dropped()).isZero();
        }
        return whats;
    }

    @Test
    void a_message_is_sent_before_it_is_taken_and_each_process_does_one_thing_after_the_other()
            throws InterruptedException {
        Set<Long> underway = new HashSet<>();
        Map<Pid<?>, Boolean> hasSent = new HashMap<>();
        int taken = 0;
        for (TraceEvent.What what : tracePingPong()) {
            switch (what) {
                case Sent sent -> {
                    assertThat(underway.add(sent.id())).isTrue();
                    hasSent.put(sent.from().orElseThrow(), true);
                }
                case Taken(Sent sent) -> {
                    assertThat(underway.remove(sent.id())).as("%s was sent", sent).isTrue();
                    Pid<?> by = sent.to().orElseThrow();
                    if (sent.message().equals("pong")) {
                        assertThat(hasSent.put(by, false)).as("%s has asked", by).isTrue();
                    }
                    taken++;
                }
                default -> throw new AssertionError("not asked for: " + what);
            }
        }
        assertThat(taken).isGreaterThanOrEqualTo(PAIRS * ROUNDS * 2);
    }
}
