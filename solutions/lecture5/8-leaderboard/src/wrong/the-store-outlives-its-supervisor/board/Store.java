package board;

import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Start;

/** Owns the tables, and does nothing else, so that nothing can go wrong in it. */
final class Store extends GenServer<Void, Void> {

    private final Scores scores;

    private Store(Scores scores) {
        this.scores = scores;
    }

    static Start<Void> startLink(Scores scores) {
        return start(() -> new Store(scores));
    }

    @Override
    protected Init<Void> init() {
        scores.create();
        return ok(null);
    }

    @Override
    protected Next<Void> handle(Void message, Void state) {
        return noreply(state);
    }
}
