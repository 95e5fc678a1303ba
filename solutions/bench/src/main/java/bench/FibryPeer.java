package bench;

import eu.lucaventuri.fibry.Actor;
import eu.lucaventuri.fibry.ActorSystem;
import eu.lucaventuri.fibry.CreationStrategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Fibry, with each actor on a virtual thread. */
final class FibryPeer implements Peer {

    @Override
    public void run(Measurement measurement) throws Exception {
        measurement.run();
    }

    private static Actor<Object, Object, Void> startServer() {
        return ActorSystem.anonymous()
                .strategy(CreationStrategy.FIBER)
                .newActorWithReturn(message -> message);
    }

    @Override
    public Cache startCache() {
        Map<String, Object> servers = new HashMap<>();
        Actor<String, Object, Void> cache =
                ActorSystem.anonymous()
                        .strategy(CreationStrategy.FIBER)
                        .newActorWithReturn(
                                listName -> servers.computeIfAbsent(listName, _ -> startServer()));
        return new Cache() {
            @Override
            public Object serverProcess(String listName) {
                return Attempt.of(() -> cache.sendMessageReturn(listName).get(5, TimeUnit.SECONDS));
            }

            @Override
            public void note(String listName) {
                cache.sendMessage(listName);
            }
        };
    }

    /** A start does not wait for the new actor, so the last one is asked whether it is there. */
    @Override
    public void withServers(int count, Measurement action) throws Exception {
        List<Actor<Object, Object, Void>> servers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            servers.add(startServer());
        }
        servers.getLast().sendMessageReturn("are you there?").get();
        action.run();
        servers.forEach(Actor::askExit);
        servers.forEach(Actor::waitForExit);
    }
}
