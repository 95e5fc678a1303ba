package bench;

import com.typesafe.config.ConfigFactory;

import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** Pekko typed: its clients are virtual threads that ask and wait. */
final class PekkoPeer implements Supervising {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private ActorSystem<PekkoGuardian.Command> system;

    @Override
    public void run(Measurement measurement) throws Exception {
        system =
                ActorSystem.create(
                        PekkoGuardian.create(),
                        "bench",
                        ConfigFactory.parseString("pekko.loglevel = OFF")
                                .withFallback(ConfigFactory.load()));
        measurement.run();
    }

    private <Q, A> A ask(ActorRef<Q> actor, Function<ActorRef<A>, Q> question) {
        return Attempt.of(() ->
                AskPattern.<Q, A>ask(actor, question::apply, TIMEOUT, system.scheduler())
                        .toCompletableFuture()
                        .get());
    }

    @Override
    public Cache startCache() {
        ActorRef<PekkoCache.Message> cache = ask(system, PekkoGuardian.StartCache::new);
        return new Cache() {
            @Override
            public Object serverProcess(String listName) {
                return PekkoPeer.this.<PekkoCache.Message, Object>ask(
                        cache, answer -> new PekkoCache.ServerProcess(listName, answer));
            }

            @Override
            public void note(String listName) {
                cache.tell(new PekkoCache.Note(listName));
            }
        };
    }

    @Override
    public void withServers(int count, Measurement action) throws Exception {
        Measurement end = startSupervisorOf(count);
        action.run();
        end.run();
    }

    /** The actor that has children is their supervisor. */
    @Override
    public Measurement startSupervisorOf(int children) throws Exception {
        CountDownLatch started = new CountDownLatch(children);
        CountDownLatch ended = new CountDownLatch(1);
        String name = "parent-" + ThreadLocalRandom.current().nextLong();
        system.tell(new PekkoGuardian.StartParent(name, started, ended));
        started.await();
        return () -> {
            system.tell(new PekkoGuardian.StopParent(name));
            ended.await();
        };
    }

    /**
     * Pekko restarts an actor in its place: a message that it fails on is the nearest to a kill.
     */
    @Override
    public Child startChild() {
        ActorRef<PekkoServer.Message> server = ask(system, PekkoGuardian.StartServer::new);
        return new Child() {
            @Override
            public void crash() {
                server.tell(new PekkoServer.Crash());
            }

            @Override
            public void awaitAnswer() {
                PekkoPeer.this.<PekkoServer.Message, Boolean>ask(server, PekkoServer.Ping::new);
            }
        };
    }
}
