package counter;

import otp.Call;
import otp.DynamicSupervisor;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Start;

/** Stands in for a dynamic supervisor that starts nothing. */
public final class RefusingSupervisor extends GenServer<DynamicSupervisor.Message, ExitReason> {

    private final ExitReason reason;

    private RefusingSupervisor(ExitReason reason) {
        this.reason = reason;
    }

    /** Starts a supervisor that gives a reason once, and says afterwards that it is full. */
    public static void startLink(Name<DynamicSupervisor.Message> name, ExitReason reason) {
        startLink(() -> new RefusingSupervisor(reason), name).pid();
    }

    @Override
    protected Init<ExitReason> init() {
        return ok(reason);
    }

    @Override
    @SuppressWarnings("unchecked")
    protected Next<ExitReason> handle(DynamicSupervisor.Message message, ExitReason answer) {
        Call<Start<?>> request = (Call<Start<?>>) (Object) message;
        return reply(request, new Start.Failed<>(answer), DynamicSupervisor.MAX_CHILDREN);
    }
}
