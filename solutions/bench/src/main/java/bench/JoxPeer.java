package bench;

import com.softwaremill.jox.structured.ActorRef;
import com.softwaremill.jox.structured.Scope;
import com.softwaremill.jox.structured.Scopes;

import java.util.HashMap;
import java.util.Map;

/** Jox: an actor is an object behind a channel, and lives in a scope. A call has no timeout. */
final class JoxPeer implements Peer {

    private Scope scope;

    @Override
    public void run(Measurement measurement) throws Exception {
        Scopes.supervised(opened -> {
            scope = opened;
            measurement.run();
            return null;
        });
    }

    /** The state of a cache, which only its actor touches. */
    private static final class Lists {

        private final Map<String, ActorRef<Object>> servers = new HashMap<>();
        private final Scope scope;

        Lists(Scope scope) {
            this.scope = scope;
        }

        ActorRef<Object> server(String listName) {
            return servers.computeIfAbsent(
                    listName, _ -> Attempt.of(() -> ActorRef.create(scope, new Object())));
        }
    }

    @Override
    public Cache startCache() throws Exception {
        ActorRef<Lists> cache = ActorRef.create(scope, new Lists(scope));
        return new Cache() {
            @Override
            public Object serverProcess(String listName) {
                return Attempt.of(() -> cache.ask(lists -> lists.server(listName)));
            }

            @Override
            public void note(String listName) {
                Attempt.of(() -> {
                    cache.tell(_ -> {});
                    return null;
                });
            }
        };
    }

    /** A start does not wait for the new actor, so the last one is asked whether it is there. */
    @Override
    public void withServers(int count, Measurement action) throws Exception {
        Scopes.supervised(servers -> {
            ActorRef<Object> last = ActorRef.create(servers, new Object());
            for (int i = 1; i < count; i++) {
                last = ActorRef.create(servers, new Object());
            }
            last.ask(Object::hashCode);
            action.run();
            return null;
        });
    }
}
