package demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;

/** How fast the demo goes. */
enum Pace {
    /** As fast as it can. */
    FAST(12, Duration.ofMillis(1)),

    /** So slowly that one can watch the processes, and each mishap when Enter is pressed. */
    SLOW(3, Duration.ofMillis(300));

    private final int clients;
    private final Duration pause;

    Pace(int clients, Duration pause) {
        this.clients = clients;
        this.pause = pause;
    }

    /** Returns how many clients use the system. */
    int clients() {
        return clients;
    }

    /** Returns how long a client rests between two requests. */
    Duration pause() {
        return pause;
    }

    /** Blocks until it is time for what comes next. */
    void await(String next, PrintStream out) {
        if (this == SLOW) {
            out.printf("%nPress Enter: %s. ", next);
            skipLine();
        }
    }

    /** Where no person could press Enter, it does not wait. */
    private static void skipLine() {
        try {
            int next = System.in.read();
            while (next >= 0 && next != '\n') {
                next = System.in.read();
            }
        } catch (IOException closed) {
            // It goes on by itself.
        }
    }
}
