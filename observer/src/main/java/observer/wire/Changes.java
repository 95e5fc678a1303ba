package observer.wire;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has changed since the last version. What is empty, or null, is not sent.
 *
 * @param version the version that a page has afterwards
 * @param now what time it is, in milliseconds
 * @param counts how much there is
 * @param settings what all pages have agreed on
 * @param processes processes that are new or have changed, whole
 * @param gone ids of processes that are no longer in the picture
 * @param tables tables that are new or have changed, whole
 * @param goneTables ids of tables that are no longer in the picture
 * @param messages messages that are new, or have been taken
 * @param log what has happened
 * @param outcomes what came of levers
 */
public record Changes(
        long version,
        double now,
        Counts counts,
        Settings settings,
        List<ProcessView> processes,
        List<Long> gone,
        List<TableView> tables,
        List<String> goneTables,
        List<MessageView> messages,
        List<LogEntry> log,
        List<Outcome> outcomes) {

    /** Returns nothing but the time: so a page knows that it is still connected. */
    public static Changes none(long version, double now) {
        return new Changes(
                version, now, null, null, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    /** Returns the parts that are sent, under their names. */
    public Map<String, Object> parts() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("version", version);
        parts.put("now", now);
        put(parts, "counts", counts);
        put(parts, "settings", settings);
        put(parts, "processes", processes);
        put(parts, "gone", gone);
        put(parts, "tables", tables);
        put(parts, "goneTables", goneTables);
        put(parts, "messages", messages);
        put(parts, "log", log);
        put(parts, "outcomes", outcomes);
        return parts;
    }

    /** Tells whether there is nothing to send but the time. */
    public boolean isEmpty() {
        return parts().size() == 2;
    }

    private static void put(Map<String, Object> parts, String name, Object part) {
        boolean isEmpty = part == null || part instanceof Collection<?> list && list.isEmpty();
        if (!isEmpty) {
            parts.put(name, part);
        }
    }
}
