package bench;

import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

import java.util.concurrent.CountDownLatch;

/** A server on Pekko that does nothing but answer when it is asked. */
final class PekkoServer {

    sealed interface Message {}

    record Ping(ActorRef<Boolean> answer) implements Message {}

    record Crash() implements Message {}

    private PekkoServer() {}

    static Behavior<Message> create() {
        return Behaviors.receiveMessage(message ->
                switch (message) {
                    case Ping(ActorRef<Boolean> answer) -> {
                        answer.tell(true);
                        yield Behaviors.same();
                    }
                    case Crash _ -> throw new IllegalStateException("told to crash");
                });
    }

    static Behavior<Message> restarting() {
        return Behaviors.supervise(create())
                .onFailure(SupervisorStrategy.restart().withLoggingEnabled(false));
    }

    /** Counts down when it is there. */
    static Behavior<Message> idle(CountDownLatch started) {
        return Behaviors.setup(_ -> {
            started.countDown();
            return create();
        });
    }
}
