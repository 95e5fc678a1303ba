package kata.lesson;

/**
 * A hint for a task.
 *
 * @param title what kind of hint it is, such as {@code A question}
 * @param text what it says, as Markdown
 */
public record Hint(String title, String text) {}
