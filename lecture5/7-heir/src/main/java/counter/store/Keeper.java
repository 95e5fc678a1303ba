package counter.store;

import otp.Call;
import otp.ChildSpec;
import otp.EtsTransfer;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Processes;
import otp.Start;

/**
 * The process that holds the table of values while no store does. It does nothing else, so that
 * nothing can go wrong in it.
 */
public final class Keeper extends GenServer<Keeper.Message, Void> {

    private static final Name<Message> NAME = new Name<>("counter_keeper");

    /** What the keeper understands. */
    public sealed interface Message {}

    /**
     * Asks for the table, and whether it was given.
     *
     * @param claimant the process that is to own it
     */
    public record Claim(Pid<?> claimant) implements Message, Call<Boolean> {}

    private Keeper() {}

    /** Starts the keeper with an empty table, linked to the caller. */
    public static Start<Message> startLink() {
        return startLink(Keeper::new, NAME);
    }

    /** Specifies the keeper as the child of a supervisor. */
    public static ChildSpec<Message> childSpec() {
        return ChildSpec.worker("counter_keeper", Keeper::startLink);
    }

    /**
     * Asks the keeper to make the calling process the owner of the table, and returns whether it
     * did: only if the table was its own.
     *
     * @throws otp.Exit if there is no keeper
     */
    static boolean claim() {
        return call(NAME, new Claim(Processes.self()));
    }

    @Override
    protected Init<Void> init() {
        Values.create();
        return ok(null);
    }

    @Override
    protected Next<Void> handle(Message message, Void state) {
        return switch (message) {
            case Claim request -> reply(request, Values.giveTo(request.claimant()), state);
        };
    }

    /** The table has come back, and is the keeper's already when it is told so. */
    @Override
    protected Next<Void> handleInfo(Object message, Void state) {
        return message instanceof EtsTransfer ? noreply(state) : super.handleInfo(message, state);
    }
}
