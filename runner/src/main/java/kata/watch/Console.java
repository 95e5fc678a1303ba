package kata.watch;

/**
 * Where the watch shows how things stand. What is typed there, and that its size has changed, are
 * {@linkplain Event events}.
 */
public interface Console extends AutoCloseable {

    /** Shows how things stand, in place of what was shown before where that is possible. */
    void show(Screen screen);

    /**
     * Gives the terminal, as it was found, to what prints and reads there by itself; blocks until
     * that has ended. Where there is no such terminal, only runs it.
     */
    void lend(Runnable program);

    /** Stops this process, as Control-Z does, where the terminal can. */
    void suspend();

    /** Leaves the terminal as it was found. */
    @Override
    void close();
}
