package otp.conformance.supervision;

import otp.Call;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;

/** A server that stops when it is called, for the reason that the call gives. */
final class Callee extends GenServer<Callee.Stop, Callee.Running> {

    record Stop(ExitReason reason) implements Call<Void> {}

    /** The state: there is nothing to remember. */
    record Running() {}

    @Override
    protected Init<Running> init() {
        return ok(new Running());
    }

    @Override
    protected Next<Running> handle(Stop request, Running state) {
        return stop(request.reason(), state);
    }
}
