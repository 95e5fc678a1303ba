package observer;

import web.Json;

import java.io.IOException;
import java.net.URI;

/**
 * Shows the running system in the browser: its processes as they live, end, and come back, the
 * messages between them, and the tables. It can also end processes, to see what happens.
 *
 * {@snippet :
 * Observer.start(); // prints the address of the page
 * }
 *
 * <p>If the system property {@code observer.address} names a file, the address is also written
 * there, for programs that open the page.
 *
 * <p>It is for this machine only: nothing else can connect, and the address holds a secret, so that
 * pages of other sites and other users cannot use it. It leaves its own processes out of the
 * picture, never keeps a process waiting, and ends with the program. While no page is open, it only
 * notes beginnings and ends.
 */
public final class Observer implements AutoCloseable {

    private static Observer running;

    private final Session session;

    private Observer(Session session) {
        this.session = session;
    }

    /**
     * Starts the observer on any port that is free, and prints the address of its page. If it runs
     * already, only prints the address.
     *
     * @throws IllegalStateException if this machine has no port that is free
     */
    public static Observer start() {
        return start(0);
    }

    /**
     * Starts the observer as {@link #start()} does.
     *
     * @param port where it listens; 0 stands for any port that is free
     * @throws IllegalStateException if the port is not free
     */
    public static synchronized Observer start(int port) {
        if (running == null) {
            running = open(port);
            AddressFile.write(running.address());
        }
        System.out.println("The observer is at " + running.address());
        return running;
    }

    private static Observer open(int port) {
        try {
            return new Observer(Session.start(port));
        } catch (IOException failure) {
            throw new IllegalStateException(
                    "The observer cannot listen on port %d (%s): choose another, or 0 for any."
                            .formatted(port, failure.getMessage()),
                    failure);
        }
    }

    /** Stops the observer; does nothing if none runs. */
    public static synchronized void stop() {
        if (running != null) {
            Observer stopping = running;
            running = null;
            stopping.session.close();
            AddressFile.delete();
        }
    }

    /** Returns the address of the page. */
    public URI address() {
        return session.address();
    }

    /** Returns the picture as text: a line for each process, the dead among them. */
    public String text() {
        return session.model().text();
    }

    /** Returns the picture as JSON, as a page gets it. */
    public String json() {
        return Json.of(session.model().picture());
    }

    /** Stops it: pages are told, and every process that was suspended or slowed down is let go. */
    @Override
    public void close() {
        synchronized (Observer.class) {
            if (running == this) {
                stop();
            }
        }
    }
}
