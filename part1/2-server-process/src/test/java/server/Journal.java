package server;

import otp.Processes;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Callbacks of a server that keeps everything it was told or asked, and answers with what it had
 * kept before. It lets others run while it handles a request. It crashes if it is told or asked
 * {@link #POISON}, with an error over {@link #STRONG_POISON}, waits for a text if it is told to
 * {@link #WAIT_FOR_NEWS}, and looks for one in its mailbox if it is asked for {@link #ANY_NEWS},
 * and for a number if for {@link #ANY_NUMBER}.
 */
final class Journal implements Callbacks<List<Object>> {

    static final String POISON = "poison";
    static final String STRONG_POISON = "strong poison";
    static final String NEWS = "news";
    static final String WAIT_FOR_NEWS = "wait for news";
    static final String ANY_NEWS = "any news?";
    static final String ANY_NUMBER = "any number?";

    @Override
    public List<Object> init() {
        return List.of(Processes.self());
    }

    @Override
    public List<Object> handleCast(Object message, List<Object> kept) {
        refusePoison(message);
        if (message.equals(WAIT_FOR_NEWS)) {
            Processes.receive(String.class);
            return kept;
        }
        return with(kept, message);
    }

    @Override
    public Reply<List<Object>> handleCall(Object question, List<Object> kept) {
        refusePoison(question);
        if (question.equals(ANY_NEWS)) {
            return new Reply<>(Processes.receive(String.class, Duration.ZERO), kept);
        }
        return question.equals(ANY_NUMBER)
                ? new Reply<>(Processes.receive(Integer.class, Duration.ZERO), kept)
                : new Reply<>(kept, with(kept, question));
    }

    private static void refusePoison(Object request) {
        if (request.equals(POISON)) {
            throw new IllegalArgumentException(POISON);
        }
        if (request.equals(STRONG_POISON)) {
            throw new AssertionError(STRONG_POISON);
        }
    }

    private static List<Object> with(List<Object> kept, Object another) {
        Thread.yield();
        return Stream.concat(kept.stream(), Stream.of(another)).toList();
    }
}
