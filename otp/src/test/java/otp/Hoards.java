package otp;

import static otp.Patience.until;

import java.lang.ref.WeakReference;
import java.util.List;

/** Big things, and whether they are still there. */
final class Hoards {

    private Hoards() {}

    /** Makes something big, of which a list notes whether it is still there. */
    static byte[] hoard(List<WeakReference<Object>> references) {
        byte[] hoard = new byte[100_000];
        references.add(new WeakReference<>(hoard));
        return hoard;
    }

    /** Waits until all are gone, but for one that a stack may still hold. */
    static void untilCollected(List<WeakReference<Object>> references) {
        until(() -> {
            System.gc();
            return references.stream().filter(reference -> reference.get() != null).count() <= 1;
        });
    }
}
