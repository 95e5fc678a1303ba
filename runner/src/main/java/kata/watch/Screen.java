package kata.watch;

/**
 * What the watch shows, from top to bottom.
 *
 * @param head where the learner is
 * @param status whether tests run, and for how long
 * @param verdict how the tests ended
 * @param run the number of the run that the verdict is about
 * @param panel what a command has printed; empty if none has
 * @param scrolled how many rows of the panel, or without one of the verdict, are scrolled away
 */
record Screen(String head, String status, String verdict, int run, String panel, int scrolled) {

    static final Screen EMPTY = new Screen("", "", "", 0, "", 0);

    /** More rows than any panel has. */
    static final int TO_THE_END = 1_000_000;

    /** What can be pressed. */
    static final String KEYS =
            "h hint   d diff   s solution   l list   o open the lesson   e editor   n next stage"
                    + "   ? all keys   q quit";

    /** The same for a small terminal. */
    static final String FEW_KEYS = "? all keys   q quit";

    Screen with(String newPanel) {
        return new Screen(head, status, verdict, run, newPanel, 0);
    }

    Screen withStatus(String newStatus) {
        return new Screen(head, newStatus, verdict, run, panel, scrolled);
    }

    Screen scrolledBy(int rows) {
        return new Screen(head, status, verdict, run, panel, Math.max(0, scrolled + rows));
    }
}
