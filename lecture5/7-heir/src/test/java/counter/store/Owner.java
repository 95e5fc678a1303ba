package counter.store;

import otp.Call;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;

/** A process that tables belong to, and that does with them what it is told by its callers. */
final class Owner extends GenServer<Owner.Run, Boolean> {

    record Run(Runnable body) implements Call<Boolean> {}

    private Owner() {}

    /** Starts an owner, and has it create its tables. */
    static Pid<Run> of(Runnable creation) {
        Pid<Run> owner = start(Owner::new).pid();
        run(owner, creation);
        return owner;
    }

    /** Has an owner do something, and waits until it has. */
    static void run(Pid<Run> owner, Runnable body) {
        call(owner, new Run(body));
    }

    @Override
    protected Init<Boolean> init() {
        return ok(true);
    }

    @Override
    protected Next<Boolean> handle(Run request, Boolean state) {
        request.body().run();
        return reply(request, true, state);
    }

    @Override
    protected Next<Boolean> handleInfo(Object message, Boolean state) {
        return noreply(state);
    }
}
