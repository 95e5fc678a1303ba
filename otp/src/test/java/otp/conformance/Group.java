package otp.conformance;

/**
 * Events that belong together, such as those of the children of one supervisor.
 *
 * @param name tells it from other groups: the reference of the supervisor
 * @param ordered whether the order in which members end is decided, and not left to the scheduler
 */
public record Group(String name, boolean ordered) implements Comparable<Group> {

    @Override
    public int compareTo(Group other) {
        return name.compareTo(other.name);
    }
}
