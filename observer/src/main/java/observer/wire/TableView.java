package observer.wire;

/**
 * A table as a page shows it.
 *
 * @param id tells it from all others
 * @param name its name, or how the runtime writes a table without one
 * @param owner the process that it ends with
 * @param type which rows it can hold beside each other, such as {@code set}
 * @param access who may read and write, such as {@code protected}
 * @param heir the process that owns it next; null if none does
 * @param size how many rows it has
 */
public record TableView(
        String id, String name, long owner, String type, String access, Long heir, int size) {}
