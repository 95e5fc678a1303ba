package otp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws a running system, from one of its supervisors down.
 *
 * {@snippet lang="text" :
 * Supervisor #PID<0.3.0> :todo_supervisor, rest_for_one, 1 restart, 0 messages
 * ├─ registry: RegistryServer #PID<0.4.0> :todo_registry, 0 messages
 * ├─ servers: DynamicSupervisor #PID<0.5.0>, one_for_one, 0 restarts, 0 messages
 * │  └─ TodoServer #PID<0.7.0> {:via, :rooms, kitchen}, 2 messages
 * └─ cache: restarting
 * }
 *
 * <p>Behind a process are the names by which others find it: its local name, and its unique keys in
 * each {@link Registry}, three of them at most.
 */
public final class SupervisionTree {

    private static final int MOST_NAMES = 3;

    private SupervisionTree() {}

    /**
     * Returns a drawing of a supervisor and of all that is below it, one line for each child in the
     * order of their starts. Waits for as long as the supervisors take to answer.
     *
     * @param supervisor a {@link Supervisor} or a {@link DynamicSupervisor}
     * @throws IllegalArgumentException if there is no process, or if it is no supervisor
     */
    public static String of(ServerRef<?> supervisor) {
        return String.join("\n", drawn("", SupervisorInfo.running(supervisor)));
    }

    private static List<String> drawn(String id, LocalProcess<?> process) {
        String line = id + withName(process);
        String messages = counted(process.mailbox().size(), "message");
        if (!SupervisorInfo.isSupervisor(process)) {
            return List.of(line + ", " + messages);
        }
        try {
            return drawn(line, messages, SupervisorInfo.of(process, Deadline.FOREVER));
        } catch (Exit exit) {
            return List.of(line + ", has ended");
        }
    }

    private static List<String> drawn(String line, String messages, SupervisorInfo picture) {
        String strategy = picture.strategy().name().toLowerCase(Locale.ROOT);
        String restarts = counted(picture.restarts(), "restart");
        List<String> lines = new ArrayList<>();
        lines.add(String.join(", ", line, strategy, restarts, messages));
        List<SupervisorInfo.Child> children = picture.children();
        for (SupervisorInfo.Child child : children) {
            boolean isLast = child == children.getLast();
            addBelow(lines, drawn(child), isLast ? "└─ " : "├─ ", isLast ? "   " : "│  ");
        }
        return lines;
    }

    private static List<String> drawn(SupervisorInfo.Child child) {
        String id = child.id().map(Printed::of).map(shown -> shown + ": ").orElse("");
        return child.pid()
                .map(pid -> drawn(id, (LocalProcess<?>) pid))
                .orElseGet(() -> List.of(id + child.status().name().toLowerCase(Locale.ROOT)));
    }

    private static void addBelow(
            List<String> lines, List<String> child, String firstIndent, String otherIndent) {
        lines.add(firstIndent + child.getFirst());
        child.stream().skip(1).map(otherIndent::concat).forEach(lines::add);
    }

    /** Shows the names by which others find the process, though no more than some of them. */
    private static String withName(LocalProcess<?> process) {
        Stream<String> names =
                ProcessInfo.namesOf(process).stream().limit(MOST_NAMES).map(ProcessName::toString);
        Stream<String> what = Stream.of(process.label(), process.toString());
        return Stream.concat(what, names).collect(Collectors.joining(" "));
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
