package chat;

import otp.Name;

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
        Name<ChatServer.Message> server = new Name<>(name);
        ChatServer.startLink(server).pid();
        return new ChatServer.Interface(server);
    }
}
