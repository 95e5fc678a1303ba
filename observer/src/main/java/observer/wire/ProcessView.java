package observer.wire;

import java.util.List;

/**
 * A process as a page shows it.
 *
 * @param id its number, which no other process of the program ever has
 * @param pid how the runtime writes it
 * @param title what a person calls it: its name, or its id at its supervisor, or what it is
 * @param label what it is, in a word: the class of a server, or {@code Process} or {@code Thread}
 * @param names under which others find it
 * @param kind what sort of process it is
 * @param parent the supervisor that it is a child of; null if none is known
 * @param place its place among that supervisor's children; a successor has its predecessor's
 * @param childId what its supervisor calls it; null if it has no id
 * @param restart when its supervisor starts it again; null if it has none
 * @param state whether it lives
 * @param suspended whether it takes no messages, because somebody has it wait
 * @param delay how many milliseconds it is made to wait before each message
 * @param mailbox how many messages wait for it, about
 * @param since when it was first seen, in milliseconds
 * @param ended when it ended; null while it lives
 * @param reason why it ended; null while it lives
 * @param predecessor whose place it has taken; null if nobody's
 * @param successor who has taken its place; null if nobody has
 * @param generation how many processes have been in this place, this one among them
 * @param links the processes in the picture that it is linked with
 * @param monitors the processes in the picture that it monitors
 * @param moreLinks how many it is linked with that are not in the picture
 * @param tables the ids of the tables that it owns
 * @param supervision what only a supervisor has; null for others
 */
public record ProcessView(
        long id,
        String pid,
        String title,
        String label,
        List<String> names,
        Kind kind,
        Long parent,
        int place,
        String childId,
        String restart,
        State state,
        boolean suspended,
        long delay,
        int mailbox,
        double since,
        Double ended,
        String reason,
        Long predecessor,
        Long successor,
        int generation,
        List<Long> links,
        List<Long> monitors,
        int moreLinks,
        List<String> tables,
        SupervisionView supervision) {

    /** What sort of process it is. */
    public enum Kind {
        /** Starts others, and starts them again. */
        SUPERVISOR,
        /** Answers requests. */
        SERVER,
        /** Does a piece of work for another process. */
        TASK,
        /** Does whatever its code says. */
        PROCESS,
        /** Is a thread that the runtime did not start, such as a shell's. */
        THREAD
    }

    /** Whether a process lives. */
    public enum State {
        /** It lives. */
        ALIVE,
        /** It has been told to end, and still runs. */
        ENDING,
        /** It has ended, and is remembered for a while. */
        DEAD
    }
}
