package otp;

import java.util.concurrent.atomic.AtomicInteger;

/** Names for processes that a test leaves behind: no other test meets them. */
final class FreshName {

    private static final AtomicInteger LAST = new AtomicInteger();

    private FreshName() {}

    static String of(String prefix) {
        return prefix + "_" + LAST.incrementAndGet();
    }
}
