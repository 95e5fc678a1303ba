package demo;

import otp.Pid;
import otp.Processes;
import otp.SupervisionTree;
import otp.Supervisor;

import todo.database.Database;
import todo.database.ListFolder;
import todo.database.Lookup;
import todo.list.TodoList;
import todo.system.TodoSupervisor;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The to-do system as a program: it is used by clients while its processes end, kind by kind. */
public final class Demo {

    private static final List<String> LISTS = List.of("Alice's list", "Bob's list", "Carol's list");
    private static final String SLOWLY = "--slowly";

    /** Kept, because a logger that is not referred to forgets its level. */
    private static final Logger RUNTIME = Logger.getLogger("otp");

    private final PrintStream out;
    private final Path folder;
    private final Pace pace;

    private Demo(PrintStream out, Path folder, Pace pace) {
        this.out = out;
        this.folder = folder;
        this.pace = pace;
    }

    /**
     * Runs the demo, which takes some seconds.
     *
     * @param arguments the folder that the lists are kept in; without one, {@code todo-lists}.
     *     Behind it may be {@code --slowly}: then each mishap waits until Enter is pressed
     */
    public static void main(String[] arguments) {
        // The runtime reports every crash; here they are the point, and told in fewer words.
        RUNTIME.setLevel(Level.OFF);
        Path folder = Path.of(arguments.length == 0 ? "todo-lists" : arguments[0]);
        Pace pace = List.of(arguments).contains(SLOWLY) ? Pace.SLOW : Pace.FAST;
        new Demo(System.out, folder, pace).run();
    }

    /** Runs the demo, with the lists in a folder, and tells what happens. */
    static void run(PrintStream out, Path folder) {
        new Demo(out, folder, Pace.FAST).run();
    }

    private void run() {
        Processes.trapExits(true);
        Pid<Supervisor.Message> top = TodoSupervisor.startLink(new ListFolder(folder)).pid();
        try {
            tellOfTheLists();
            for (Mishap mishap : Mishap.values()) {
                pace.await(mishap.toString(), out);
                tell(Trial.of(mishap, top, LISTS, pace));
            }
            out.printf("%nThe system now:%n%n%s%n%n", SupervisionTree.of(top));
            tellOfTheLists();
            out.println("Start it again: they will be there.");
            pace.await("The system stops", out);
        } catch (UnreadableList unreadable) {
            out.println(unreadable.getMessage());
        } finally {
            Supervisor.stop(top);
        }
    }

    private void tellOfTheLists() {
        int entries = LISTS.stream().mapToInt(Demo::storedEntries).sum();
        out.printf("%d entries on %d lists in %s%n", entries, LISTS.size(), folder);
    }

    /** Asks the disk, so that what is counted cannot be lost any more. */
    private static int storedEntries(String listName) {
        return switch (Database.get(listName)) {
            case Lookup.Found(TodoList list) -> list.entries(Client.DAY).size();
            case Lookup.None _ -> 0;
            case Lookup.Broken broken -> throw new UnreadableList(broken);
        };
    }

    private static String lost(int entries) {
        return switch (entries) {
            case 0 -> "nothing";
            case 1 -> "1 entry that was not on disk yet";
            default -> entries + " entries that were not on disk yet";
        };
    }

    private void tell(Trial trial) {
        out.printf("%n%s%n", trial.mishap());
        out.printf("  ended:    %s%n", trial.ended());
        out.printf("  started:  %s%n", trial.started());
        out.printf("  clients:  %s%n", trial.noticed());
        out.printf("  lost:     %s%n", lost(trial.lost()));
    }

    /** Without its list a server does not start, and its clients would try for ever. */
    private static final class UnreadableList extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableList(Lookup.Broken broken) {
            super(
                    "%s cannot be read: %s. Repair it, or remove it, and start again."
                            .formatted(broken.file(), broken.problem()));
        }
    }
}
