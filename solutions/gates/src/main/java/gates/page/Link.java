package gates.page;

/**
 * A link or an image.
 *
 * @param destination the address as it is written
 * @param line the line of the file on which it begins, from 1
 */
public record Link(String destination, int line) {}
