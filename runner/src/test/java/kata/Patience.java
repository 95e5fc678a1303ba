package kata;

import java.time.Duration;

/** For how long a test waits for what has to come: on a machine that has much else to do, too. */
public final class Patience {

    /** Only what never comes takes as long. */
    public static final Duration LIMIT = Duration.ofMinutes(3);

    private Patience() {}
}
