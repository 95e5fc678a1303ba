package demo;

import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Processes, and what each of them is.
 *
 * @param processes what can be seen of each
 */
record Census(List<ProcessInfo> processes) {

    /** Counts the servers and supervisors that are alive. */
    static Census take() {
        return new Census(
                Processes.list().stream()
                        .flatMap(pid -> Processes.info(pid).stream())
                        .filter(info -> !Set.of("Process", "Thread").contains(info.label()))
                        .toList());
    }

    /** Returns those who are not in the other one. */
    Census without(Census other) {
        Set<Pid<?>> others =
                other.processes.stream().map(ProcessInfo::pid).collect(Collectors.toSet());
        return new Census(processes.stream().filter(info -> !others.contains(info.pid())).toList());
    }

    @Override
    public String toString() {
        Map<String, Long> numbers =
                processes.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ProcessInfo::label, TreeMap::new, Collectors.counting()));
        return numbers.isEmpty()
                ? "no process"
                : numbers.entrySet().stream()
                        .map(Census::counted)
                        .collect(Collectors.joining(", "));
    }

    private static String counted(Map.Entry<String, Long> number) {
        return number.getValue() == 1
                ? number.getKey()
                : "%d × %s".formatted(number.getValue(), number.getKey());
    }
}
