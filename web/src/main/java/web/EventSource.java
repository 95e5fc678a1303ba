package web;

import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * What a page is told for as long as it listens.
 *
 * @param broadcast has what changes
 * @param picture returns what a page begins with: all that there is, and its version
 * @param unchanged returns what a page of a version is sent when nothing changes, so that it knows
 *     that it is still connected
 */
public record EventSource(
        Broadcast broadcast, Supplier<Broadcast.Change> picture, LongFunction<String> unchanged) {}
