package duper;

import static otp.Processes.send;

import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Processes;

/** Stands in for the gatherer: it starts no worker, and tells the test which are done. */
final class StandInGatherer extends GenServer<Gatherer.Message, Void> {

    private final Pid<Object> test;

    private StandInGatherer(Pid<Object> test) {
        this.test = test;
    }

    static void startLink() {
        Pid<Object> test = Processes.self();
        startLink(() -> new StandInGatherer(test), new Name<>("duper_gatherer")).pid();
    }

    @Override
    protected Init<Void> init() {
        return ok(null);
    }

    @Override
    protected Next<Void> handle(Gatherer.Message message, Void state) {
        send(test, message);
        return noreply(state);
    }
}
