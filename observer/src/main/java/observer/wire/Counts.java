package observer.wire;

/**
 * How much there is, and how much of it a page does not show.
 *
 * @param alive how many processes live
 * @param shown how many of them are in the picture
 * @param hidden how many are not
 * @param dead how many that have ended are in the picture
 * @param deadNotShown how many have ended, since the start, that never were in it
 * @param dropped how many events were lost since the start
 * @param messagesNotShown how many messages were seen that were too many for a page
 * @param tablesNotShown how many tables are not in the picture
 */
public record Counts(
        int alive,
        int shown,
        int hidden,
        int dead,
        long deadNotShown,
        long dropped,
        long messagesNotShown,
        int tablesNotShown) {}
