package observer.wire;

import java.util.List;

/**
 * All that a page shows.
 *
 * @param epoch tells this run of the observer from all others
 * @param version how many changes have gone before
 * @param now what time it is, in milliseconds
 * @param program what is observed; may be empty
 * @param hint a line of code to begin with, for as long as nothing runs; may be empty
 * @param limits how much of it is sent
 * @param settings what all pages have agreed on
 * @param counts how much there is
 * @param processes the processes, parents before their children
 * @param tables the tables
 * @param messages the last messages, the oldest first
 * @param log what has happened last, the oldest first
 * @param outcomes what came of the last levers, the oldest first
 */
public record Picture(
        String epoch,
        long version,
        double now,
        String program,
        String hint,
        Limits limits,
        Settings settings,
        Counts counts,
        List<ProcessView> processes,
        List<TableView> tables,
        List<MessageView> messages,
        List<LogEntry> log,
        List<Outcome> outcomes) {}
