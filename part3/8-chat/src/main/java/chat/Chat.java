package chat;

import java.util.List;

/**
 * Rooms in which processes talk. The process that joins a room is the member: it finds each {@link
 * ChatEvent} of the room in its mailbox.
 */
public interface Chat {

    /**
     * Makes the calling process a member of a room, which need not exist yet. Blocks until it is
     * one.
     *
     * @param member what the process is called in that room
     * @return false if another process is called that there, or the caller is a member already
     */
    boolean join(String room, String member);

    /** Ends the calling process's membership, if it is a member. Blocks until it is none. */
    void leave(String room);

    /**
     * Says something to all members of a room, the caller among them. Blocks until it is on its
     * way, and waits for no member.
     *
     * @return false if the caller is no member: then no process hears it
     */
    boolean say(String room, String text);

    /** Returns what the members of a room are called, in the order of the alphabet. */
    List<String> members(String room);
}
