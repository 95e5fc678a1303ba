package otp;

import java.util.stream.Stream;

/**
 * What a process owns, such as a table or an entry in a registry. It is gone before anybody hears
 * of the process's end, so that whoever hears of it finds nothing of the process any more.
 */
@FunctionalInterface
interface Belonging {

    /** Gives up what the process owned; runs in the thread that announces the process's end. */
    void ownerEnded(LocalProcess<?> owner);

    /** Returns the names by which others find the owner because of this: mostly none. */
    default Stream<ProcessName<?>> names() {
        return Stream.empty();
    }
}
