package bench;

import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

import java.util.concurrent.CountDownLatch;

/** Starts and stops actors for a measurement, which Pekko lets none but an actor do. */
final class PekkoGuardian {

    sealed interface Command {}

    record StartCache(ActorRef<ActorRef<PekkoCache.Message>> answer) implements Command {}

    record StartServer(ActorRef<ActorRef<PekkoServer.Message>> answer) implements Command {}

    /** Starts an actor with as many children as {@code started} counts. */
    record StartParent(String name, CountDownLatch started, CountDownLatch ended)
            implements Command {}

    record StopParent(String name) implements Command {}

    private PekkoGuardian() {}

    static Behavior<Command> create() {
        return Behaviors.setup(context ->
                Behaviors.receiveMessage(command -> {
                    handle(command, context);
                    return Behaviors.same();
                }));
    }

    private static void handle(Command command, ActorContext<Command> context) {
        switch (command) {
            case StartCache(var answer) -> answer.tell(context.spawnAnonymous(PekkoCache.create()));
            case StartServer(var answer) ->
                    answer.tell(context.spawnAnonymous(PekkoServer.restarting()));
            case StartParent(String name, CountDownLatch started, CountDownLatch ended) ->
                    context.spawn(PekkoParent.of(started, ended), name);
            case StopParent(String name) -> context.getChild(name).ifPresent(context::stop);
        }
    }
}
