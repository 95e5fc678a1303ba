package observer.wire;

/**
 * How much a page is sent.
 *
 * @param children how many children of one supervisor
 * @param processes how many processes
 * @param dead how many processes that have ended
 * @param deadMillis for how long each of those
 * @param messages how many messages
 * @param rows how many rows of a table at a time
 * @param tables how many tables
 */
public record Limits(
        int children, int processes, int dead, int deadMillis, int messages, int rows, int tables) {

    /** What a page can draw, and a person overlook. */
    public static final Limits USUAL = new Limits(60, 1_500, 200, 10_000, 1_000, 50, 100);
}
