package otp;

/** Room on the stack for what must not break off in the middle. */
final class StackRoom {

    /** More than the frames that any of it needs. */
    private static final int FRAMES = 128;

    private StackRoom() {}

    /**
     * Looks whether there is enough of it.
     *
     * @throws StackOverflowError if there is not; nothing has happened then
     */
    static void check() {
        descend(FRAMES);
    }

    private static int descend(int frames) {
        return frames == 0 ? 0 : 1 + descend(frames - 1);
    }
}
