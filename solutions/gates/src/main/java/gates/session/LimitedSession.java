package gates.session;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A jshell session on a thread of its own, which closing ends by force if it still runs. */
final class LimitedSession implements AutoCloseable {

    private static final int ATTEMPTS = 60;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Set<ProcessHandle> strangers;
    private final FutureTask<Integer> session;
    private final Thread thread;

    /** Starts the session. */
    LimitedSession(Callable<Integer> session) {
        this.strangers = ProcessHandle.current().children().collect(Collectors.toSet());
        this.session = new FutureTask<>(session);
        this.thread = Thread.ofPlatform().daemon().name("jshell").start(this.session);
    }

    /** Waits for the end of the session, and tells whether it came within the limit. */
    boolean endsWithin(Duration limit) {
        try {
            session.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException hanging) {
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("jshell failed", failure.getCause());
        }
    }

    // What is typed runs in a JVM of its own, a child of this one, which only force ends. After
    // that jshell starts another for the lines that are left, hence the attempts.
    @Override
    public void close() {
        try {
            for (int attempt = 0; thread.isAlive() && attempt < ATTEMPTS; attempt++) {
                endChild();
                thread.join(PAUSE);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void endChild() {
        ProcessHandle.current()
                .children()
                .filter(Predicate.not(strangers::contains))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
