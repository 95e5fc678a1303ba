package gates.page;

/**
 * A heading of a page.
 *
 * @param level 1 for the page's title, 2 for a section, and so on to 6
 * @param text the words without their markup
 * @param anchor what a link to the heading has after its {@code #}, as GitHub makes it
 * @param line the heading's line in the file, from 1
 */
public record Heading(int level, String text, String anchor, int line) {}
