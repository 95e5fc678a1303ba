package bench;

import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

import java.util.concurrent.CountDownLatch;

/** An actor with many idle children. */
final class PekkoParent {

    private PekkoParent() {}

    /**
     * Starts as many children as the latch counts: each counts when it is there.
     *
     * @param ended counted down when the actor and all of its children have ended
     */
    static Behavior<Void> of(CountDownLatch started, CountDownLatch ended) {
        return Behaviors.setup(context -> {
            long children = started.getCount();
            for (long i = 0; i < children; i++) {
                context.spawnAnonymous(PekkoServer.idle(started));
            }
            return Behaviors.receive(Void.class)
                    .onSignal(PostStop.class, _ -> stopped(ended))
                    .build();
        });
    }

    private static Behavior<Void> stopped(CountDownLatch ended) {
        ended.countDown();
        return Behaviors.same();
    }
}
