package otp;

import java.util.function.Supplier;

/**
 * A supervision tree that starts and stops as one.
 *
 * <p>It has a process of its own, which lives as long as the supervisor at the top of the tree: it
 * ends with that supervisor's reason, and reports it. To be told, monitor the application's name.
 *
 * {@snippet :
 * static final Name<Application.Message> TODO = new Name<>("todo");
 *
 * Application.start(TODO, () -> Supervisor.startLink(oneForOne(), Cache.childSpec()));
 * Application.stop(TODO);
 * }
 */
public final class Application {

    private Application() {}

    /** What an application understands: nothing but what the methods of this class send it. */
    public sealed interface Message permits ApplicationServer.Top {}

    /**
     * Starts an application, and waits until its tree has started. It lives on when the caller
     * ends.
     *
     * @param tree starts the supervisor at the top: it runs in the application's process
     * @return {@link Start.Failed} if the supervisor does not start or chooses not to, {@link
     *     Start.AlreadyStarted} if the application runs
     */
    public static Start<Message> start(
            ProcessName<Message> name, Supplier<Start<Supervisor.Message>> tree) {
        return GenServer.start(() -> new ApplicationServer(name, tree), name);
    }

    /**
     * Returns the supervisor at the top of a running application.
     *
     * @throws Exit if the application does not run
     */
    public static Pid<Supervisor.Message> supervisor(ServerRef<Message> application) {
        return GenServer.call(application, new ApplicationServer.Top());
    }

    /**
     * Stops an application: each child in the reverse order of the starts. Waits until all have
     * ended.
     *
     * @throws Exit if the application does not run
     */
    public static void stop(ServerRef<Message> application) {
        GenServer.stop(application);
    }
}
