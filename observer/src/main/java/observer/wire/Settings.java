package observer.wire;

import java.util.List;

/**
 * What all pages have agreed on.
 *
 * @param messages whether messages are traced
 * @param of whose messages; all processes' if it is empty
 */
public record Settings(boolean messages, List<Long> of) {}
