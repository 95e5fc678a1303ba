package bench;

import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

import java.util.HashMap;
import java.util.Map;

/** The articles' cache on Pekko. */
final class PekkoCache {

    sealed interface Message {}

    record ServerProcess(String listName, ActorRef<Object> answer) implements Message {}

    record Note(String listName) implements Message {}

    private PekkoCache() {}

    static Behavior<Message> create() {
        return Behaviors.setup(context -> serve(context, new HashMap<>()));
    }

    private static Behavior<Message> serve(
            ActorContext<Message> context, Map<String, Object> servers) {
        return Behaviors.receiveMessage(message -> {
            if (message instanceof ServerProcess(String listName, var answer)) {
                answer.tell(
                        servers.computeIfAbsent(
                                listName, _ -> context.spawnAnonymous(PekkoServer.create())));
            }
            return Behaviors.same();
        });
    }
}
