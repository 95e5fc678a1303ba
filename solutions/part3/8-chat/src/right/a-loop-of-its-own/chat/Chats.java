package chat;

import otp.Processes;

/** Starts chats. */
public final class Chats {

    private Chats() {}

    /**
     * Starts a chat without rooms, linked to the caller. One process of the chat is linked to it,
     * and no other.
     *
     * @param name what the chat is called; no two that run at once are called the same
     */
    public static Chat startLink(String name) {
        return new LoopChat(Processes.spawnLink(() -> new Loop().run()));
    }
}
