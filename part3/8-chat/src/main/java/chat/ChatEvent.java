package chat;

/** What the members of a room hear, as a message. */
public sealed interface ChatEvent {

    /**
     * Another process is a member now.
     *
     * @param room the room
     * @param member what the process is called there
     */
    record Joined(String room, String member) implements ChatEvent {}

    /**
     * Another process is no member any more: it has left, or it has ended.
     *
     * @param room the room
     * @param member what the process was called there
     */
    record Left(String room, String member) implements ChatEvent {}

    /**
     * A member says something.
     *
     * @param room the room
     * @param member who says it
     * @param text what it says
     */
    record Said(String room, String member, String text) implements ChatEvent {}
}
