package observer.model;

import otp.EtsTable;
import otp.ProcessInfo;

import java.util.List;

/**
 * All that there is at about one moment.
 *
 * @param processes the processes that are alive
 * @param tables the tables
 */
public record Snapshot(List<ProcessInfo> processes, List<EtsTable<?, ?>> tables) {}
